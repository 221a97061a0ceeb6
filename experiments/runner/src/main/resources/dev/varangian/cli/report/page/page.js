const sections = data.sections.map((section, index) => new Section(section, index));
const weightsHeading = document.getElementById("weights-heading");
if (weightsHeading) {
  sections.push(new AgentWeights(weightsHeading));
}
drawWhenSeen(sections.flatMap((section) => section.plots));
const repaint = () => sections.forEach((section) => section.repaint());
darkScheme.addEventListener("change", repaint);
addEventListener("beforeprint", () => {
  printing = true;
  repaint();
});
addEventListener("afterprint", () => {
  printing = false;
  repaint();
});
