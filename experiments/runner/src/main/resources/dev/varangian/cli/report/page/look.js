const darkScheme = matchMedia("(prefers-color-scheme: dark)");
let printing = false;

// Based on Okabe and Ito (2008), "Color Universal Design", with larger differences: any two colours
// differ by at least 0.1 in OKLab, also as seen with each kind of colour blindness (simulated by the
// method of Machado, Oliveira and Fernandes 2009), and all have a contrast of at least 3 to the page.
const LIGHT = {
  curves: ["#1654af", "#eb5001", "#18926a", "#bb61b9", "#8e4900", "#303c25", "#0898ff", "#65226e"],
  faultFree: "#868e96",
  ink: "#1b1f24",
  soft: "#57606a",
  line: "#d4d9df",
  grid: "#e7eaee",
};
const DARK = {
  curves: ["#4299ff", "#ff791b", "#40e3ab", "#c484a6", "#f5e82a", "#c9feff", "#2a6dcd", "#916125"],
  faultFree: "#8b949e",
  ink: "#e4e8ec",
  soft: "#a3adb8",
  line: "#3a424b",
  grid: "#2a3038",
};
// Dashes for each further eight curves, once all colours are used.
const DASHES = [[], [9, 4], [2, 3], [11, 4, 2, 4], [18, 5]];
const FAULT_FREE_DASHES = [[6, 4], [2, 3], [12, 4], [9, 3, 2, 3], [18, 5]];

function theme() {
  return darkScheme.matches && !printing ? DARK : LIGHT;
}

/** The colour and dashes of an entry of the legend. */
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
