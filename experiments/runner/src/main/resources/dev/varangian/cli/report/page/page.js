const sections = data.sections.map((section, place) => new Section(section, place));
const trustHeading = document.getElementById("trust-heading");
if (trustHeading) {
  sections.push(new Trust(trustHeading));
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
