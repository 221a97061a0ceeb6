const sections = data.sections.map((section, place) => new Section(section, place));
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
