const MEASURES = [
  { column: "train_loss", title: "Training loss", loss: true, averaged: 1 },
  { column: "test_accuracy", title: "Test accuracy", range: () => [0, 1.02] },
  { column: "test_loss", title: "Test loss", loss: true },
  {
    column: "faulty_weight",
    title: "Weight of faulty agents",
    averaged: 1,
    range: (plot, min, max) => [0, max > 0 ? Math.min(1.02, 1.1 * max) : 1.02],
  },
  ...data.metrics.map((metric) => ({ ...metric, component: true, averaged: 1 })),
];

// A page may have hundreds of plots: each is drawn shortly before it scrolls into view.
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

/** Draws the plots in view now, and the others when they scroll into view. */
function drawWhenSeen(plots) {
  // Positions first: drawing between them would make the browser lay out the page for each plot.
  const near = plots.map((plot) => plot.box.getBoundingClientRect().top < innerHeight + AHEAD);
  plots.forEach((plot, i) => (near[i] ? plot.draw() : inView.observe(plot.box)));
}

const resized = new ResizeObserver((entries) =>
  requestAnimationFrame(() => entries.forEach((entry) => entry.target.plotted.fit())),
);

/** Ticks are at whole rounds. */
const WHOLE_STEPS = [0, 1, 2, 3, 4, 5, 6].flatMap((power) => [1, 2, 5].map((factor) => factor * 10 ** power));

function maximum(values) {
  return values.reduce((a, b) => (b > a ? b : a), 0);
}

function hideBandAbove(ceiling, line) {
  if (line.low) {
    const visible = (edge) => edge.map((value, i) => (line.mean[i] > ceiling ? null : value));
    line.low = visible(line.low);
    line.high = visible(line.high);
  }
}

/** The lower edge of a band on a logarithmic axis, which can't show 0 and has no room for nearly 0. */
function lowOnLog(low, floor) {
  return low.map((value) => (value === null ? null : Math.max(value, floor)));
}

/** One measure of one row of a section. */
class Plot {
  constructor(section, measure, row) {
    this.section = section;
    this.measure = measure;
    this.row = row;
    Object.assign(this, aligned(row.lines, measure.column, section.from, section.lastRound));
    if (this.hasCeiling) {
      this.lines.forEach((line) => hideBandAbove(section.ceiling, line));
    }
    this.figure = fromTemplate("chart");
    this.box = this.figure.querySelector(".plot");
    this.box.plotted = this;
    this.figure.querySelector("h4").textContent = measure.title;
    this.figure.querySelector("small").textContent = this.notes().join(" · ");
    const words = [measure.title, row.title].filter((word) => word !== "").join(", ");
    this.box.setAttribute(
      "aria-label",
      words + " by round; use the arrow keys to read values; the results table has the final values",
    );
    const save = this.figure.querySelector("button");
    save.setAttribute("aria-label", "Save " + words + " as SVG");
    save.addEventListener("click", () => saveSvg(this));
    this.values = new Values(this);
    if (this.lines.length === 0) {
      this.box.classList.add("empty");
      this.box.removeAttribute("tabindex");
      this.box.textContent = "No data.";
      save.remove();
      return;
    }
    resized.observe(this.box);
  }

  /** The lines above the ceiling of losses: on the same scale, they would flatten all others. */
  get offScale() {
    return this.hasCeiling ? this.lines.filter((line) => maximum(line.mean) > this.section.ceiling) : [];
  }

  get hasCeiling() {
    return Boolean(this.measure.loss) && this.section.ceiling > 0;
  }

  /** Whether the axis ends at the ceiling. */
  get endsAtCeiling() {
    return (
      this.hasCeiling &&
      this.lines.some((line) => Math.max(maximum(line.mean), maximum(line.high ?? [])) > this.section.ceiling)
    );
  }

  notes() {
    const notes = this.measure.description ? [this.measure.description] : [];
    if (this.measure.averaged && data.block > 1) {
      notes.push("averaged over " + this.measure.averaged * data.block + " rounds");
    }
    const off = this.offScale;
    if (off.length > 0) {
      const named = off.slice(0, 3).map((line) => line.entry.label + ", up to " + formatted(maximum(line.mean)));
      const more = off.length > 3 ? ["and " + (off.length - 3) + " more"] : [];
      notes.push("off scale: " + [...named, ...more].join("; "));
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
    const ceiling = this.endsAtCeiling ? this.section.ceiling : Infinity;
    // Intervals may reach below 0 where no value does.
    const positive = this.lines.every((line) => line.mean.every((value) => value === null || value >= 0));
    return (plot, min, max) => {
      if (min === null || max === null) {
        return [0.1, 1];
      }
      const [from, to] = this.logarithmic
        ? uPlot.rangeLog(min, max, 10, false)
        : uPlot.rangeNum(min, max, 0.1, true);
      return [
        positive && !this.logarithmic ? Math.max(from, 0) : from,
        max > ceiling && min < ceiling ? ceiling : to,
      ];
    };
  }

  /** Three rows of values for a line with a band, one for a line without. */
  table() {
    const floor = this.floor();
    const positive = (values) => values.map((value) => (value > 0 ? value : null));
    return this.lines.flatMap((line) => {
      if (!line.low) {
        return [this.logarithmic ? positive(line.mean) : line.mean];
      }
      return this.logarithmic
        ? [positive(line.mean), positive(line.high), lowOnLog(line.low, floor)]
        : [line.mean, line.high, line.low];
    });
  }

  /** A tenth of the smallest positive mean: on a logarithmic axis, bands end there. */
  floor() {
    const smallest = this.lines
      .flatMap((line) => line.mean)
      .reduce((a, b) => (b !== null && b > 0 && b < a ? b : a), Infinity);
    return smallest / 10;
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
      line.count = line.low ? 3 : 1;
      series.push({
        stroke: colour,
        dash: dashes,
        width: few ? 2 : 1.5,
        spanGaps: true,
        points: { show: few, size: 5 },
        show,
      });
      if (line.low) {
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

  /** Fades all entries except one; with null, none. */
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
