const WEIGHT = { column: "weight", title: "Weight by agent", averaged: 2, range: (plot, min, max) => [0, 1.05 * (max || 1)] };

/** Which agents the filter used: the weights of the agents of one setting at a time. */
class AgentWeights {
  constructor(heading) {
    this.settings = data.curves.filter((curve) => curve.agents.length > 0);
    this.varied = varied(this.settings);
    Object.assign(this, { name: "", title: heading.textContent, from: 1, ceiling: 0, logarithmic: false });
    this.plots = [];
    this.hidden = new Set();
    this.legend = new Legend(this);
    this.charts = document.createElement("div");
    this.charts.className = "charts";
    heading.parentElement.append(this.controls(), this.legend.box, this.charts);
    this.layOut();
  }

  controls() {
    const select = document.createElement("select");
    this.settings.forEach((setting, index) => {
      const option = element("option", phrase(setting, this.varied) || pageTitle());
      option.value = index;
      select.append(option);
    });
    const faulty = this.settings.findIndex((setting) => setting.agents.some((agent) => agent.faulty));
    this.chosen = this.settings[Math.max(0, faulty)];
    select.value = Math.max(0, faulty);
    select.addEventListener("change", () => {
      this.chosen = this.settings[Number(select.value)];
      this.layOut();
      drawWhenSeen(this.plots);
    });
    const label = element("label", "Runs: ");
    label.append(select);
    const box = document.createElement("div");
    box.className = "controls";
    box.append(label);
    return box;
  }

  /** Honest agents look like fault-free curves elsewhere. */
  layOut() {
    this.plots.forEach((plot) => plot.remove());
    const counts = { true: 0, false: 0 };
    const lines = this.chosen.agents.map((agent, i) => {
      const label = "agent " + (i + 1) + (agent.faulty ? ", faulty" : "");
      const entry = {
        label,
        faultFree: !agent.faulty,
        place: counts[agent.faulty]++,
        hidden: this.hidden.has(label),
      };
      return { curve: { bands: { weight: agent } }, entry };
    });
    this.lastRound = lines.flatMap(({ curve }) => points(curve, "weight").rounds.slice(-1)).reduce((a, b) => Math.max(a, b), 2);
    this.shared = { runs: phrase(this.chosen, this.varied) || pageTitle() };
    this.legend.build(lines.map((line) => line.entry));
    this.plots = [new Plot(this, WEIGHT, { title: "", lines })];
    this.charts.replaceChildren(this.plots[0].figure);
  }

  aboutSeeds() {
    return this.chosen.seeds > 1 ? "Lines: means over " + this.chosen.seeds + " seeds." : "";
  }

  repaint() {
    this.legend.paint();
    this.plots.filter((plot) => plot.plot || printing).forEach((plot) => plot.draw());
  }
}
