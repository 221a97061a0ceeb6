const darkScheme = matchMedia("(prefers-color-scheme: dark)");
let printing = false;

// After Okabe and Ito (2008), "Color Universal Design", darkened or lightened for contrast.
const LIGHT = {
  curves: ["#0072b2", "#d55e00", "#007d5b", "#b04a86", "#9a6a00", "#3f474f", "#3d9be0", "#7a1f4b"],
  faultFree: "#868e96",
  ink: "#1b1f24",
  soft: "#57606a",
  line: "#d4d9df",
  grid: "#e7eaee",
};
const DARK = {
  curves: ["#56b4e9", "#f2813b", "#2fc79b", "#e59bc6", "#f0e442", "#d5dae0", "#4a86dd", "#b0713a"],
  faultFree: "#8b949e",
  ink: "#e4e8ec",
  soft: "#a3adb8",
  line: "#3a424b",
  grid: "#2a3038",
};
// Once the colours are used up the next eight curves get dashes.
const DASHES = [[], [9, 4], [2, 3], [11, 4, 2, 4], [18, 5]];
const FAULT_FREE_DASHES = [[6, 4], [2, 3], [12, 4], [9, 3, 2, 3], [18, 5]];

function theme() {
  return darkScheme.matches && !printing ? DARK : LIGHT;
}

/** The look of an entry of the legend: its colour and its dashes. */
function lookOf(entry, colours) {
  return entry.faultFree
    ? { colour: colours.faultFree, dashes: FAULT_FREE_DASHES[entry.place % FAULT_FREE_DASHES.length] }
    : {
        colour: colours.curves[entry.place % colours.curves.length],
        dashes: DASHES[Math.floor(entry.place / colours.curves.length) % DASHES.length],
      };
}

function paintKey(svg, entry) {
  const look = lookOf(entry, theme());
  const line = svg.querySelector("line");
  line.setAttribute("stroke", look.colour);
  line.setAttribute("stroke-dasharray", look.dashes.join(" "));
}

function keyOf(entry) {
  const svg = fromTemplate("legend-entry").querySelector("svg");
  paintKey(svg, entry);
  return svg;
}
