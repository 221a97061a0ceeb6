/** Shows and hides the curves of a section in all its plots. */
class Legend {
  constructor(section) {
    this.section = section;
    this.box = document.createElement("div");
    this.box.className = "legend";
    this.box.setAttribute("role", "group");
    this.box.setAttribute("aria-label", "Curves");
  }

  build(entries) {
    this.entries = entries;
    this.buttons = entries.map((entry) => {
      const button = fromTemplate("legend-entry");
      button.querySelector("span").textContent = entry.label;
      button.addEventListener("click", () => this.show([entry], entry.hidden));
      for (const [event, pointed] of [["mouseenter", entry], ["mouseleave", null]]) {
        button.addEventListener(event, () => this.section.plots.forEach((plot) => plot.pointOut(pointed)));
      }
      return button;
    });
    const both = entries.length > 2 ? [["Show all", true], ["Hide all", false]] : [];
    const all = both.map(([words, wanted]) => {
      const button = element("button", words);
      button.type = "button";
      button.className = "all";
      button.addEventListener("click", () => this.show(entries, wanted));
      return button;
    });
    this.paint();
    this.box.replaceChildren(...this.buttons, ...all);
  }

  show(entries, wanted) {
    entries.forEach((entry) => {
      entry.hidden = !wanted;
      wanted ? this.section.hidden.delete(entry.label) : this.section.hidden.add(entry.label);
    });
    this.paint();
    this.section.plots.forEach((plot) => plot.showEntries());
  }

  paint() {
    this.buttons.forEach((button, i) => {
      button.setAttribute("aria-pressed", String(!this.entries[i].hidden));
      paintKey(button.querySelector("svg"), this.entries[i]);
    });
  }
}
