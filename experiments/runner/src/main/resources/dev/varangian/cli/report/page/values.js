/** Shows the values of a plot in the round under the pointer or chosen with the arrow keys. */
class Values {
  constructor(chart) {
    this.chart = chart;
    this.box = chart.figure.querySelector(".values");
    chart.box.addEventListener("keydown", (event) => this.step(event));
    chart.box.addEventListener("blur", () => chart.plot?.setCursor({ left: -10, top: -10 }));
  }

  step(event) {
    const { plot, rounds } = this.chart;
    const steps = { ArrowLeft: -1, ArrowRight: 1, PageDown: -10, PageUp: 10, Home: -Infinity, End: Infinity };
    if (!plot || !(event.key in steps)) {
      return;
    }
    event.preventDefault();
    const at = plot.cursor.left >= 0 ? plot.cursor.idx : steps[event.key] > 0 ? -1 : rounds.length;
    const next = Math.max(0, Math.min(rounds.length - 1, at + steps[event.key]));
    plot.setCursor({ left: plot.valToPos(rounds[next], "x"), top: plot.bbox.height / 2 / devicePixelRatio });
  }

  /** Shows the values nearest to the pointer, in descending order. */
  show() {
    const { plot, lines, rounds } = this.chart;
    const { left, top, idx } = plot.cursor;
    const shown = [];
    if (left >= 0 && idx !== null && idx !== undefined) {
      lines.forEach((line) => {
        const value = line.mean[idx];
        if (value !== null && !line.entry.hidden) {
          shown.push({ line, value, away: Math.abs(plot.valToPos(value, "y") - top) });
        }
      });
    }
    this.box.hidden = shown.length === 0;
    if (this.box.hidden) {
      return;
    }
    const most = 8;
    const nearest = shown.reduce((a, b) => (b.away < a.away ? b : a));
    shown.sort((a, b) => b.value - a.value);
    const from = Math.max(0, Math.min(shown.indexOf(nearest) - most / 2, shown.length - most));
    const rows = shown.slice(from, from + most).map((each) => this.line(each, each === nearest, idx));
    if (shown.length > most) {
      rows.push(element("p", "and " + (shown.length - most) + " more"));
    }
    this.box.replaceChildren(element("p", "round " + rounds[idx]), ...rows);
    this.place(left);
  }

  line({ line, value }, nearest, idx) {
    const row = document.createElement("p");
    row.className = nearest ? "nearest" : "";
    const band =
      line.low && line.low[idx] !== line.high[idx]
        ? " (" + formatted(line.low[idx]) + " to " + formatted(line.high[idx]) + ")"
        : "";
    row.append(keyOf(line.entry), element("span", line.entry.label), element("b", formatted(value) + band));
    return row;
  }

  place(left) {
    const over = this.chart.plot.over.getBoundingClientRect();
    const frame = this.chart.figure.getBoundingClientRect();
    const width = this.box.offsetWidth + 16;
    const fits = over.left + left + width <= document.documentElement.clientWidth;
    const x = fits ? over.left + left + 16 : Math.max(4, over.left + left - width);
    this.box.style.left = x - frame.left + "px";
    this.box.style.top = over.top - frame.top + 8 + "px";
  }
}
