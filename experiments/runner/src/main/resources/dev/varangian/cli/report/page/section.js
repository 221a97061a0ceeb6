/** Plots of the same curves: one row, or one for each value of a key, with a shared legend. */
class Section {
  constructor(description, index) {
    Object.assign(this, description);
    this.curves = description.curves.map((curve) => data.curves[curve]);
    this.faultFree = description.faultFree.map((curve) => data.curves[curve]);
    this.all = [...this.curves, ...this.faultFree];
    this.varied = varied(this.curves);
    this.rowKey = this.varied.find((key) => data.keys[key].name === description.rows) ?? -1;
    this.lastRound = this.all
      .flatMap((curve) => Object.keys(curve.bands).flatMap((column) => points(curve, column).rounds.slice(-1)))
      .reduce((a, b) => Math.max(a, b), this.from + 1);
    const firstLosses = this.all.flatMap((curve) => points(curve, "train_loss").band.y.slice(0, 1));
    this.ceiling = firstLosses.length > 0 ? 10 * Math.min(...firstLosses) : 0;
    this.measures = new Set(["train_loss", "test_accuracy", ...(this.name === "" ? ["faulty_weight", ...data.metrics.map((metric) => metric.column)] : [])]);
    this.logarithmic = this.spansDecades();
    this.plots = [];
    this.hidden = new Set();
    this.legend = new Legend(this);
    this.rowsBox = document.createElement("div");
    this.box = document.getElementById("curves-" + index).parentElement;
    this.box.append(
      ...this.aboutSettings(),
      this.controls(),
      this.legend.box,
      element("p", this.note()),
      this.rowsBox,
    );
    this.box.querySelectorAll(":scope > p").forEach((paragraph) => (paragraph.className = "note"));
    this.layOut();
  }

  spansDecades() {
    const losses = this.all.flatMap((curve) => {
      const { rounds, band } = points(curve, "train_loss");
      return band.y.filter((value, i) => value > 0 && rounds[i] >= this.from);
    });
    const min = losses.reduce((a, b) => Math.min(a, b), Infinity);
    const max = losses.reduce((a, b) => Math.max(a, b), 0);
    return Math.min(max, this.ceiling) > 30 * min;
  }

  aboutSettings() {
    const words = Object.entries(this.shared).map(([key, value]) => key + " " + value);
    return this.name === "" || words.length === 0 ? [] : [element("p", words.join(" · "))];
  }

  aboutSeeds() {
    const counts = this.all.map((curve) => curve.seeds);
    const max = Math.max(...counts, 0);
    if (max < 2) {
      return "";
    }
    const min = Math.min(...counts);
    const interval = "95 % confidence intervals of the mean (Student's t)";
    const bands =
      max < 3
        ? "minimum to maximum"
        : min < 3 || this.diverged() > 0
          ? interval + "; minimum to maximum where fewer than three runs have a value"
          : interval;
    return "Lines: means over " + (min === max ? max : min + " to " + max) + " seeds. Bands: " + bands + ".";
  }

  diverged() {
    return this.all.reduce((sum, curve) => sum + curve.diverged, 0);
  }

  note() {
    const notes = [this.aboutSeeds()];
    const diverged = this.diverged();
    if (diverged > 0) {
      notes.push(diverged + (diverged === 1 ? " run" : " runs") + " diverged; a curve ends when all its runs have ended.");
    }
    if (data.step > 1) {
      notes.push("Plots show one in " + data.step + " values on the test set.");
    }
    notes.push("Drag across a plot to zoom in; double-click to reset.");
    return notes.filter((words) => words !== "").join(" ");
  }

  controls() {
    const box = document.createElement("div");
    box.className = "controls";
    if (this.varied.length > 0) {
      const select = document.createElement("select");
      [-1, ...this.varied].forEach((key) => {
        const option = element("option", key < 0 ? "one" : "one per " + data.keys[key].name);
        option.value = key;
        option.selected = key === this.rowKey;
        select.append(option);
      });
      select.addEventListener("change", () => {
        this.rowKey = Number(select.value);
        this.layOutAgain();
      });
      const label = element("label", "Rows of plots: ");
      label.append(select);
      box.append(label);
    }
    MEASURES.forEach((measure) =>
      box.append(
        this.checkbox(measure.title, this.measures.has(measure.column), (wanted) => {
          wanted ? this.measures.add(measure.column) : this.measures.delete(measure.column);
          this.layOutAgain();
        }),
      ),
    );
    const logarithmic = this.checkbox("Logarithmic loss axis", this.logarithmic, (wanted) => {
      this.logarithmic = wanted;
      this.redraw((plot) => plot.measure.loss);
    });
    logarithmic.className = "scale";
    box.append(logarithmic);
    return box;
  }

  checkbox(words, checked, change) {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = checked;
    box.addEventListener("change", () => change(box.checked));
    const label = document.createElement("label");
    label.append(box, " " + words);
    return label;
  }

  layOut() {
    this.plots.forEach((plot) => plot.remove());
    const others = this.varied.filter((key) => key !== this.rowKey);
    const entries = [];
    const lines = this.curves.map((curve) => {
      const label = phrase(curve, others) || (this.faultFree.length > 0 ? "with faulty agents" : pageTitle());
      return { curve, entry: this.entry(entries, label, false) };
    });
    const freely = varied(this.faultFree).filter((key) => key !== this.rowKey);
    const freeLines = this.faultFree.map((curve) => {
      const words = phrase(curve, freely);
      return { curve, entry: this.entry(entries, "fault-free" + (words === "" ? "" : ", " + words), true) };
    });
    this.legend.build(entries);
    const measures = MEASURES.filter((measure) => this.measures.has(measure.column));
    this.plots = [];
    const rows = this.inRows(lines, freeLines).map((row) => {
      const box = document.createElement("div");
      box.className = "row";
      if (row.title !== "") {
        box.append(element("h3", row.title));
      }
      const charts = document.createElement("div");
      charts.className = "charts";
      for (const measure of measures) {
        const plot = new Plot(this, measure, row);
        // Only some rows have the metrics of a component.
        if (plot.lines.length > 0 || !measure.component) {
          this.plots.push(plot);
          charts.append(plot.figure);
        }
      }
      box.append(charts);
      return box;
    });
    this.rowsBox.replaceChildren(...rows);
  }

  layOutAgain() {
    this.layOut();
    drawWhenSeen(this.plots);
  }

  entry(entries, label, faultFree) {
    let found = entries.find((entry) => entry.label === label && entry.faultFree === faultFree);
    if (!found) {
      const place = entries.filter((entry) => entry.faultFree === faultFree).length;
      found = { label, faultFree, place, hidden: this.hidden.has(label) };
      entries.push(found);
    }
    return found;
  }

  /** A fault-free line is in the row of its own value of the key if there is one, else in all rows. */
  inRows(lines, freeLines) {
    if (this.rowKey < 0) {
      return [{ title: "", lines: [...lines, ...freeLines] }];
    }
    const values = [...new Set(lines.map(({ curve }) => curve.values[this.rowKey]))].sort((a, b) => a - b);
    return values.map((value) => {
      const has = ({ curve }) => curve.values[this.rowKey] === value;
      const own = freeLines.filter(has);
      return {
        title: data.keys[this.rowKey].phrases[value],
        lines: [...lines.filter(has), ...(own.length > 0 ? own : freeLines)],
      };
    });
  }

  redraw(wanted = () => true) {
    this.plots.filter((plot) => wanted(plot) && (plot.plot || printing)).forEach((plot) => plot.draw());
  }

  repaint() {
    this.legend.paint();
    this.redraw();
  }
}
