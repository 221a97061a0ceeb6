"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const dark = matchMedia("(prefers-color-scheme: dark)");

  // After Okabe and Ito (2008), "Color Universal Design", darkened or lightened for contrast.
  const COLOURS = {
    light: ["#0072b2", "#d55e00", "#007d5b", "#b04a86", "#9a6a00", "#3f474f"],
    dark: ["#56b4e9", "#f2813b", "#2fc79b", "#e59bc6", "#f0e442", "#d5dae0"],
  };
  // 6 and 5 have no common divisor: 30 pairs of colour and dashes before one comes again.
  const DASHES = [[], [9, 4], [2, 3], [11, 4, 2, 4], [18, 5]];

  const CHARTS = [
    { column: "test_accuracy", title: "Test accuracy", range: () => [0, 1.02] },
    { column: "test_loss", title: "Test loss", loss: true },
    { column: "train_loss", title: "Training loss", loss: true, averaged: true },
    {
      column: "faulty_weight",
      title: "Weight of faulty agents",
      averaged: true,
      range: (plot, least, most) => [0, most > 0 ? Math.min(1.02, 1.1 * most) : 1.02],
    },
  ];

  // A run that diverges leaves the chart at the top; to scale, it would flatten all others.
  const firstLosses = data.runs.flatMap((run) => run.curves.train_loss.y.slice(0, 1));
  const CEILING = firstLosses.length > 0 ? 10 * Math.min(...firstLosses) : 0;

  const lastRound = data.runs
    .flatMap((run) => Object.values(run.curves).flatMap((curve) => curve.x.slice(-1)))
    .reduce((a, b) => Math.max(a, b), 1);
  const groups = [...new Set(data.runs.map((run) => run.group))];
  const hidden = new Set();
  const charts = [];

  const colour = (group) =>
    COLOURS[dark.matches ? "dark" : "light"][groups.indexOf(group) % COLOURS.light.length];
  const dashes = (group) => DASHES[groups.indexOf(group) % DASHES.length];
  const variable = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function formatted(value) {
    if (value === null || value === undefined) {
      return "";
    }
    const size = Math.abs(value);
    return size !== 0 && (size >= 1e5 || size < 1e-3)
      ? value.toExponential(2).replace(/\.?0+e/, "e").replace("e+", "e")
      : String(Number(value.toPrecision(4)));
  }

  function powersOfTen(plot, splits) {
    return splits.map((value) => (Number.isInteger(Math.round(1e6 * Math.log10(value)) / 1e6) ? value : null));
  }

  function fromTemplate(id) {
    return document.getElementById(id).content.firstElementChild.cloneNode(true);
  }

  function paintKey(svg, group) {
    const line = svg.querySelector("line");
    line.setAttribute("stroke", colour(group));
    line.setAttribute("stroke-dasharray", dashes(group).join(" "));
  }

  function keyOf(group) {
    const svg = fromTemplate("legend-entry").querySelector("svg");
    paintKey(svg, group);
    return svg;
  }

  /** The runs that have the column, over the rounds in which one of them has it, the first and the last. */
  function aligned(column) {
    const runs = data.runs.filter((run) => run.curves[column].x.length > 0);
    const rounds = [...new Set([1, lastRound, ...runs.flatMap((run) => run.curves[column].x)])];
    rounds.sort((a, b) => a - b);
    const place = new Map(rounds.map((round, i) => [round, i]));
    const series = runs.map((run) => {
      const values = new Array(rounds.length).fill(null);
      run.curves[column].x.forEach((round, i) => (values[place.get(round)] = run.curves[column].y[i]));
      return values;
    });
    return { runs, rounds, series };
  }

  class Chart {
    constructor(kind) {
      this.kind = kind;
      this.figure = fromTemplate("chart");
      this.box = this.figure.querySelector(".plot");
      this.values = this.figure.querySelector(".values");
      this.figure.querySelector("h3").textContent = kind.title;
      this.box.setAttribute("aria-label", kind.title + " over the rounds; the table has the final values");
      Object.assign(this, aligned(kind.column));

      const choice = this.figure.querySelector("label");
      const positive = this.series.flat().filter((value) => value > 0);
      const most = positive.reduce((a, b) => Math.max(a, b), 0);
      const cut = kind.loss && CEILING > 0 && most > CEILING;
      this.most = cut ? CEILING : most;
      const notes = [];
      if (kind.averaged && data.block > 1) {
        notes.push("mean of " + data.block + " rounds at a time");
      }
      if (cut) {
        notes.push("cut off at " + formatted(CEILING));
      }
      this.figure.querySelector("small").textContent = notes.join(", ");
      if (kind.loss && positive.length > 0) {
        const box = choice.querySelector("input");
        const least = positive.reduce((a, b) => Math.min(a, b));
        box.checked = this.most > 100 * least;
        box.addEventListener("change", () => this.draw());
        this.logarithmic = () => box.checked;
      } else {
        choice.remove();
        this.logarithmic = () => false;
      }
      document.getElementById("charts").append(this.figure);
      if (this.runs.length === 0) {
        this.box.classList.add("empty");
        this.box.textContent = "No run has a value here.";
        return;
      }
      this.draw();
      let width = this.box.clientWidth;
      new ResizeObserver(() => {
        if (width !== this.box.clientWidth) {
          width = this.box.clientWidth;
          requestAnimationFrame(() => this.plot.setSize(this.size()));
        }
      }).observe(this.box);
    }

    size() {
      const width = Math.max(200, Math.floor(this.box.clientWidth));
      return { width, height: Math.round(Math.min(420, Math.max(260, 0.55 * width))) };
    }

    range(logarithmic) {
      if (this.kind.range) {
        return this.kind.range;
      }
      return (plot, least, most) => {
        const [from, to] = logarithmic
          ? uPlot.rangeLog(least, most, 10, false)
          : uPlot.rangeNum(least, most, 0.1, true);
        return [from, most > this.most && least < this.most ? this.most : to];
      };
    }

    draw() {
      if (this.runs.length === 0) {
        return;
      }
      this.plot?.destroy();
      const logarithmic = this.logarithmic();
      const lines = logarithmic ? { filter: powersOfTen } : {};
      const axis = {
        stroke: variable("--soft"),
        grid: { stroke: variable("--grid"), width: 1 },
        ticks: { stroke: variable("--line"), width: 1 },
        font: "12px system-ui, sans-serif",
      };
      const few = this.rounds.length <= 32;
      const options = {
        ...this.size(),
        legend: { show: false },
        cursor: { y: false, drag: { x: true, y: false, setScale: true }, points: { size: 7 } },
        scales: {
          x: { time: false },
          y: { distr: logarithmic ? 3 : 1, range: this.range(logarithmic) },
        },
        axes: [
          { ...axis, label: "round", labelSize: 20, labelFont: axis.font, size: 34 },
          {
            ...axis,
            grid: { ...axis.grid, ...lines },
            ticks: { ...axis.ticks, ...lines },
            size: (plot, labels) => 20 + 7 * Math.max(2, ...(labels ?? []).map((label) => (label ?? "").length)),
            values: (plot, splits) => splits.map(formatted),
          },
        ],
        series: [
          {},
          ...this.runs.map((run) => ({
            label: run.label,
            stroke: colour(run.group),
            dash: dashes(run.group),
            width: few ? 2 : 1.5,
            spanGaps: true,
            points: { show: few, size: 5 },
            show: !hidden.has(run.group),
          })),
        ],
        hooks: {
          setCursor: [() => this.showValues()],
          draw: [() => (this.figure.dataset.drawn = String(this.runs.length))],
        },
      };
      const series = logarithmic
        ? this.series.map((values) => values.map((value) => (value > 0 ? value : null)))
        : this.series;
      this.plot = new uPlot(options, [this.rounds, ...series], this.box);
    }

    /** The values in the round under the pointer, the greatest first, around the nearest one. */
    showValues() {
      const { left, top, idx } = this.plot.cursor;
      const shown = [];
      if (left >= 0 && idx !== null && idx !== undefined) {
        this.runs.forEach((run, i) => {
          const value = this.plot.data[i + 1][idx];
          if (value !== null && !hidden.has(run.group)) {
            shown.push({ run, value, away: Math.abs(this.plot.valToPos(value, "y") - top) });
          }
        });
      }
      this.values.hidden = shown.length === 0;
      if (this.values.hidden) {
        return;
      }
      const most = 8;
      const nearest = shown.reduce((a, b) => (b.away < a.away ? b : a));
      shown.sort((a, b) => b.value - a.value);
      const from = Math.max(0, Math.min(shown.indexOf(nearest) - most / 2, shown.length - most));
      const head = document.createElement("p");
      head.textContent = "round " + this.rounds[idx];
      const lines = shown.slice(from, from + most).map((entry) => {
        const line = document.createElement("p");
        line.className = entry === nearest ? "nearest" : "";
        const name = document.createElement("span");
        name.textContent = entry.run.label;
        const value = document.createElement("b");
        value.textContent = formatted(entry.value);
        line.append(keyOf(entry.run.group), name, value);
        return line;
      });
      if (shown.length > most) {
        const more = document.createElement("p");
        more.textContent = "and " + (shown.length - most) + " more";
        lines.push(more);
      }
      this.values.replaceChildren(head, ...lines);
      const over = this.plot.over.getBoundingClientRect();
      const frame = this.figure.getBoundingClientRect();
      const x = over.left - frame.left + left;
      const fits = x + 16 + this.values.offsetWidth <= frame.width;
      this.values.style.left = (fits ? x + 16 : Math.max(4, x - 16 - this.values.offsetWidth)) + "px";
      this.values.style.top = over.top - frame.top + 8 + "px";
    }

    showGroups() {
      this.plot?.batch(() =>
        this.runs.forEach((run, i) => this.plot.setSeries(i + 1, { show: !hidden.has(run.group) })),
      );
    }

    /** Fades all groups but one; none if there is no such group. */
    pointOut(group) {
      if (this.plot) {
        this.runs.forEach((run, i) => {
          this.plot.series[i + 1].alpha = group === null || run.group === group ? 1 : 0.15;
        });
        this.plot.redraw(false);
      }
    }
  }

  function buildLegend() {
    const legend = document.getElementById("legend");
    const buttons = groups.map((group) => {
      const button = fromTemplate("legend-entry");
      button.querySelector("span").textContent = group;
      paintKey(button.querySelector("svg"), group);
      button.addEventListener("click", () => show([group], hidden.has(group)));
      button.addEventListener("mouseenter", () => charts.forEach((chart) => chart.pointOut(group)));
      button.addEventListener("mouseleave", () => charts.forEach((chart) => chart.pointOut(null)));
      return button;
    });
    legend.append(...buttons);
    if (groups.length > 2) {
      for (const [words, wanted] of [["Show all", true], ["Hide all", false]]) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "all";
        button.textContent = words;
        button.addEventListener("click", () => show(groups, wanted));
        legend.append(button);
      }
    }

    function show(wantedGroups, wanted) {
      wantedGroups.forEach((group) => (wanted ? hidden.delete(group) : hidden.add(group)));
      buttons.forEach((button, i) => button.setAttribute("aria-pressed", String(!hidden.has(groups[i]))));
      charts.forEach((chart) => chart.showGroups());
    }

    dark.addEventListener("change", () => {
      buttons.forEach((button, i) => paintKey(button.querySelector("svg"), groups[i]));
      charts.forEach((chart) => chart.draw());
    });
  }

  function writeNote() {
    const notes = [];
    if (groups.length < data.runs.length) {
      notes.push("Runs that differ in the seed alone are drawn alike.");
    }
    if (data.step > 1) {
      notes.push("Of the values on the test set one in " + data.step + " is drawn.");
    }
    notes.push("Drag across a chart to enlarge a part, double-click to go back.");
    document.getElementById("note").textContent = notes.join(" ");
  }

  buildLegend();
  writeNote();
  CHARTS.forEach((kind) => charts.push(new Chart(kind)));
})();
