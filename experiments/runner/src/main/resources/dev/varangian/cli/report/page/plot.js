const MEASURES = [
  { column: "train_loss", title: "Training loss", loss: true, averaged: true },
  { column: "test_accuracy", title: "Test accuracy", range: () => [0, 1.02] },
  { column: "test_loss", title: "Test loss", loss: true },
  {
    column: "faulty_weight",
    title: "Weight of faulty agents",
    averaged: true,
    range: (plot, least, most) => [0, most > 0 ? Math.min(1.02, 1.1 * most) : 1.02],
  },
];

// Plots are drawn when they are about to come into view: a page may have hundreds.
const AHEAD = 600;
const inView = new IntersectionObserver(
  (entries) =>
    entries.forEach((entry) => {
      if (entry.isIntersecting) {
        entry.target.plotted.draw();
      }
    }),
  { rootMargin: AHEAD + "px" },
);

/** Draws what is in view at once, and the rest when it comes. */
function drawWhenSeen(plots) {
  // All places first: drawing in between would make the browser lay out the page each time.
  const near = plots.map((plot) => plot.box.getBoundingClientRect().top < innerHeight + AHEAD);
  plots.forEach((plot, i) => (near[i] ? plot.draw() : inView.observe(plot.box)));
}

const resized = new ResizeObserver((entries) =>
  requestAnimationFrame(() => entries.forEach((entry) => entry.target.plotted.fit())),
);

/** There are no halves of rounds. */
const WHOLE_STEPS = [0, 1, 2, 3, 4, 5, 6].flatMap((power) => [1, 2, 5].map((factor) => factor * 10 ** power));

/** One measure of one row of a section. */
class Plot {
  constructor(section, measure, row) {
    this.section = section;
    this.measure = measure;
    this.row = row;
    Object.assign(this, aligned(row.lines, measure.column, section.from, section.lastRound));
    this.figure = fromTemplate("chart");
    this.box = this.figure.querySelector(".plot");
    this.box.plotted = this;
    this.figure.querySelector("h4").textContent = measure.title;
    this.figure.querySelector("small").textContent = this.notes().join(", ");
    const words = [measure.title, row.title].filter((word) => word !== "").join(", ");
    this.box.setAttribute(
      "aria-label",
      words + ", over the rounds; arrow keys tell the values, the table of results has the final ones",
    );
    const save = this.figure.querySelector("button");
    save.setAttribute("aria-label", "Save " + words + " as SVG");
    save.addEventListener("click", () => saveSvg(this));
    this.values = new Values(this);
    if (this.lines.length === 0) {
      this.box.classList.add("empty");
      this.box.removeAttribute("tabindex");
      this.box.textContent = "No run has a value here.";
      save.remove();
      return;
    }
    resized.observe(this.box);
  }

  /** A run that diverges leaves the plot at the top; to scale, it would flatten all others. */
  get cut() {
    const ceiling = this.section.ceiling;
    return this.measure.loss && ceiling > 0 && this.greatest() > ceiling;
  }

  greatest() {
    return this.lines.reduce(
      (most, line) => (line.greatest ?? line.mean).reduce((a, b) => (b > a ? b : a), most),
      0,
    );
  }

  notes() {
    const notes = [];
    if (this.measure.averaged && data.block > 1) {
      notes.push("means of up to " + data.block + " rounds");
    }
    if (this.cut) {
      notes.push("cut at " + formatted(this.section.ceiling));
    }
    return notes;
  }

  get logarithmic() {
    return Boolean(this.measure.loss && this.section.logarithmic);
  }

  size() {
    if (printing) {
      return { width: 330, height: 200 };
    }
    const width = Math.max(200, Math.floor(this.box.clientWidth));
    return { width, height: Math.round(Math.min(380, Math.max(240, 0.5 * width))) };
  }

  range() {
    if (this.measure.range) {
      return this.measure.range;
    }
    const most = this.cut ? this.section.ceiling : Infinity;
    return (plot, least, greatest) => {
      if (least === null || greatest === null) {
        return [0.1, 1];
      }
      const [from, to] = this.logarithmic
        ? uPlot.rangeLog(least, greatest, 10, false)
        : uPlot.rangeNum(least, greatest, 0.1, true);
      return [from, greatest > most && least < most ? most : to];
    };
  }

  /** Three rows of values for a line with a band, one for another. */
  table() {
    const visible = (values) =>
      this.logarithmic ? values.map((value) => (value > 0 ? value : null)) : values;
    return this.lines.flatMap((line) =>
      (line.least ? [line.mean, line.greatest, line.least] : [line.mean]).map(visible),
    );
  }

  draw() {
    if (this.lines.length === 0) {
      return;
    }
    inView.unobserve(this.box);
    this.plot?.destroy();
    const few = this.rounds.length <= 32;
    const series = [{}];
    const bands = [];
    this.lines.forEach((line) => {
      const { colour, dashes } = lookOf(line.entry, theme());
      const show = !line.entry.hidden;
      line.first = series.length;
      line.count = line.least ? 3 : 1;
      series.push({
        stroke: colour,
        dash: dashes,
        width: few ? 2 : 1.5,
        spanGaps: true,
        points: { show: few, size: 5 },
        show,
      });
      if (line.least) {
        const edge = { stroke: "transparent", width: 0, spanGaps: true, points: { show: false }, show };
        series.push(edge, { ...edge });
        bands.push({ series: [line.first + 1, line.first + 2], fill: colour + "2e" });
      }
    });
    const means = new Set(this.lines.map((line) => line.first));
    this.plot = new uPlot(
      {
        ...this.size(),
        legend: { show: false },
        cursor: {
          y: false,
          drag: { x: true, y: false, setScale: true },
          points: { size: (plot, i) => (means.has(i) ? 7 : 0) },
        },
        scales: {
          x: { time: false },
          y: { distr: this.logarithmic ? 3 : 1, range: this.range() },
        },
        axes: this.axes(),
        series,
        bands,
        hooks: {
          setCursor: [() => this.values.show()],
          draw: [() => (this.figure.dataset.drawn = String(this.lines.length))],
        },
      },
      [this.rounds, ...this.table()],
      this.box,
    );
    this.width = this.box.clientWidth;
  }

  axes() {
    const colours = theme();
    const axis = {
      stroke: colours.soft,
      grid: { stroke: colours.grid, width: 1 },
      ticks: { stroke: colours.line, width: 1 },
      font: "12px system-ui, sans-serif",
    };
    const lines = this.logarithmic
      ? { filter: (plot, splits) => splits.map((value) => (isPowerOfTen(value) ? value : null)) }
      : {};
    return [
      {
        ...axis,
        label: "round",
        labelSize: 20,
        labelFont: axis.font,
        size: 34,
        incrs: WHOLE_STEPS,
        values: (plot, splits) => splits.map(formatted),
      },
      {
        ...axis,
        grid: { ...axis.grid, ...lines },
        ticks: { ...axis.ticks, ...lines },
        size: (plot, labels) => 20 + 7 * Math.max(2, ...(labels ?? []).map((label) => (label ?? "").length)),
        values: (plot, splits) => splits.map(formatted),
      },
    ];
  }

  fit() {
    if (this.plot && !printing && this.width !== this.box.clientWidth) {
      this.width = this.box.clientWidth;
      this.plot.setSize(this.size());
    }
  }

  eachSeries(change) {
    this.lines.forEach((line) => {
      for (let i = line.first; i < line.first + line.count; i++) {
        change(line, i);
      }
    });
  }

  showEntries() {
    this.plot?.batch(() =>
      this.eachSeries((line, i) => this.plot.setSeries(i, { show: !line.entry.hidden })),
    );
  }

  /** Fades all entries but one; none if there is no such entry. */
  pointOut(entry) {
    if (this.plot) {
      this.eachSeries((line, i) => {
        this.plot.series[i].alpha = entry === null || line.entry === entry ? 1 : 0.15;
      });
      this.plot.redraw(false);
    }
  }

  remove() {
    inView.unobserve(this.box);
    resized.unobserve(this.box);
    this.plot?.destroy();
    this.figure.remove();
  }
}
