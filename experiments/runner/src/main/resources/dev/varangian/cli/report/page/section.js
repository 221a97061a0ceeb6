/** A row of plots for each value of a key, with a legend for all of them. */
class Section {
  constructor(settings, place) {
    Object.assign(this, settings);
    this.curves = settings.curves.map((curve) => data.curves[curve]);
    this.faultFree = settings.faultFree.map((curve) => data.curves[curve]);
    this.all = [...this.curves, ...this.faultFree];
    this.varied = varied(this.curves);
    this.rowKey = this.varied.find((key) => data.keys[key].name === settings.rows) ?? -1;
    this.lastRound = this.all
      .flatMap((curve) => Object.keys(curve.bands).flatMap((column) => points(curve, column).rounds.slice(-1)))
      .reduce((a, b) => Math.max(a, b), this.from + 1);
    const firstLosses = this.all.flatMap((curve) => points(curve, "train_loss").band.y.slice(0, 1));
    this.ceiling = firstLosses.length > 0 ? 10 * Math.min(...firstLosses) : 0;
    this.measures = new Set(["train_loss", "test_accuracy", ...(this.name === "" ? ["faulty_weight"] : [])]);
    this.logarithmic = this.spansDecades();
    this.plots = [];
    this.hidden = new Set();
    this.legend = new Legend(this);
    this.rowsBox = document.createElement("div");
    this.box = document.getElementById("curves-" + place).parentElement;
    this.box.append(
      ...this.commonInWords(),
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
    const least = losses.reduce((a, b) => Math.min(a, b), Infinity);
    const greatest = losses.reduce((a, b) => Math.max(a, b), 0);
    return Math.min(greatest, this.ceiling) > 30 * least;
  }

  commonInWords() {
    const words = Object.entries(this.common).map(([key, value]) => key + " " + value);
    return this.name === "" || words.length === 0 ? [] : [element("p", words.join(" · "))];
  }

  seedsInWords() {
    const counts = this.all.map((curve) => curve.seeds);
    const most = Math.max(...counts, 0);
    if (most < 2) {
      return "";
    }
    const least = Math.min(...counts);
    return (
      "Lines are means over " +
      (least === most ? most : least + " to " + most) +
      " seeds, bands reach from the least to the greatest."
    );
  }

  note() {
    const notes = [this.seedsInWords()];
    const diverged = this.all.reduce((sum, curve) => sum + curve.diverged, 0);
    if (diverged > 0) {
      notes.push(diverged + (diverged === 1 ? " run diverged" : " runs diverged") + "; a curve ends where all of its runs do.");
    }
    if (data.step > 1) {
      notes.push("Of the values on the test set one in " + data.step + " is drawn.");
    }
    notes.push("Drag across a plot to enlarge a part, double-click to go back.");
    return notes.filter((words) => words !== "").join(" ");
  }

  controls() {
    const box = document.createElement("div");
    box.className = "controls";
    if (this.varied.length > 0) {
      const select = document.createElement("select");
      [-1, ...this.varied].forEach((key) => {
        const option = element("option", key < 0 ? "all together" : "by " + data.keys[key].name);
        option.value = key;
        option.selected = key === this.rowKey;
        select.append(option);
      });
      select.addEventListener("change", () => {
        this.rowKey = Number(select.value);
        this.layOutAgain();
      });
      const label = element("label", "Rows ");
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
    const logarithmic = this.checkbox("Logarithmic losses", this.logarithmic, (wanted) => {
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
        this.plots.push(plot);
        charts.append(plot.figure);
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

  /** Fault-free lines stand in the row of their own value if there is one, else in all rows. */
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
