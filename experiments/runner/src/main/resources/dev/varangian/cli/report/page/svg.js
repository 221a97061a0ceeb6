const SVG = "http://www.w3.org/2000/svg";

/** A plot as a figure for a paper, with a legend and a caption that lists the settings. */
function svgOf(chart) {
  const frame = { left: 60, top: 44, width: 520, height: 300 };
  const { min: x0, max: x1 } = chart.plot.scales.x;
  const { min: y0, max: y1 } = chart.plot.scales.y;
  const scale = chart.logarithmic ? Math.log10 : (value) => value;
  const x = (round) => frame.left + (frame.width * (round - x0)) / (x1 - x0);
  const y = (value) =>
    frame.top + frame.height * (1 - (scale(value) - scale(y0)) / (scale(y1) - scale(y0)));
  const lines = chart.lines.filter((line) => !line.entry.hidden);
  const page = node("svg", { "font-family": "sans-serif", "font-size": 12, fill: LIGHT.ink });

  const clip = node("clipPath", { id: "frame" });
  clip.append(node("rect", { x: frame.left, y: frame.top, width: frame.width, height: frame.height }));
  page.append(clip, text(frame.left, 18, heading(chart), { "font-size": 14, "font-weight": "bold" }));
  page.append(text(frame.left, 36, chart.measure.title + notesOf(chart)));
  for (const value of chart.logarithmic ? logarithmicTicks(y0, y1) : linearTicks(y0, y1)) {
    page.append(
      node("path", { d: `M${frame.left} ${rounded(y(value))}h${frame.width}`, stroke: LIGHT.grid }),
      text(frame.left - 6, y(value) + 4, formatted(value), { "text-anchor": "end" }),
    );
  }
  for (const round of linearTicks(x0, x1)) {
    const bottom = frame.top + frame.height;
    page.append(
      node("path", { d: `M${rounded(x(round))} ${bottom}v5`, stroke: LIGHT.soft }),
      text(x(round), bottom + 18, formatted(round), { "text-anchor": "middle" }),
    );
  }
  page.append(text(frame.left + frame.width / 2, frame.top + frame.height + 34, "round", { "text-anchor": "middle" }));
  const curves = node("g", { "clip-path": "url(#frame)", fill: "none", "stroke-width": 1.5, "stroke-linejoin": "round" });
  page.append(curves);
  lines.forEach((line) => draw(line, chart, x, y).forEach((each) => curves.append(each)));
  page.append(node("rect", { x: frame.left, y: frame.top, width: frame.width, height: frame.height, fill: "none", stroke: LIGHT.soft }));

  let bottom = legendOf(lines, page, frame.left, frame.top + frame.height + 58, frame.width);
  for (const row of wrapped(captionOf(chart), 98)) {
    page.append(text(frame.left, bottom, row, { fill: LIGHT.soft, "font-size": 11 }));
    bottom += 15;
  }
  page.setAttribute("viewBox", `0 0 ${frame.left + frame.width + 20} ${bottom}`);
  page.setAttribute("width", frame.left + frame.width + 20);
  page.setAttribute("height", bottom);
  return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(page) + "\n";
}

function node(name, attributes) {
  const created = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => created.setAttribute(key, value));
  return created;
}

function text(x, y, words, attributes = {}) {
  const created = node("text", { x: rounded(x), y: rounded(y), ...attributes });
  created.textContent = words;
  return created;
}

/** A coordinate to two decimals. */
function rounded(value) {
  return Math.round(100 * value) / 100;
}

/** The band of a line, if it has one, and the line itself. */
function draw(line, chart, x, y) {
  const { colour, dashes } = lookOf(line.entry, LIGHT);
  const visible = (value) => value !== null && (!chart.logarithmic || value > 0);
  const path = (values, places) =>
    places
      .filter((i) => visible(values[i]))
      .map((i) => rounded(x(chart.rounds[i])) + " " + rounded(y(values[i])))
      .join("L");
  const forward = chart.rounds.map((round, i) => i);
  const paths = [];
  if (line.low) {
    const upper = path(line.high, forward);
    const lower = path(chart.logarithmic ? lowOnLog(line.low, chart.floor()) : line.low, [...forward].reverse());
    if (upper !== "" && lower !== "") {
      paths.push(node("path", { d: "M" + upper + "L" + lower + "Z", fill: colour, "fill-opacity": 0.18 }));
    }
  }
  const middle = path(line.mean, forward);
  if (middle !== "") {
    paths.push(node("path", { d: "M" + middle, stroke: colour, "stroke-dasharray": dashes.join(" ") }));
  }
  return paths;
}

/** Draws the entries in columns; returns the y coordinate of its end. */
function legendOf(lines, page, left, top, width) {
  const longest = Math.max(...lines.map((line) => line.entry.label.length), 1);
  const column = Math.min(width, 44 + 6.5 * longest);
  const columns = Math.max(1, Math.floor(width / column));
  lines.forEach((line, i) => {
    const { colour, dashes } = lookOf(line.entry, LIGHT);
    const x = left + (i % columns) * column;
    const y = top + 17 * Math.floor(i / columns);
    page.append(
      node("path", { d: `M${rounded(x)} ${y - 4}h28`, stroke: colour, "stroke-width": 2, "stroke-dasharray": dashes.join(" ") }),
      text(x + 34, y, line.entry.label),
    );
  });
  return top + 17 * Math.ceil(lines.length / columns) + 8;
}

function heading(chart) {
  const figure = chart.section.name || pageTitle();
  return chart.row.title === "" ? figure : figure + ": " + chart.row.title;
}

function notesOf(chart) {
  return chart.notes().length === 0 ? "" : " (" + chart.notes().join("; ") + ")";
}

function captionOf(chart) {
  const title = chart.section.name === "" ? "" : chart.section.title + ". ";
  const settings = Object.entries(chart.section.shared).map(([key, value]) => key + " " + value);
  return title + settings.join(", ") + ". " + chart.section.aboutSeeds();
}

function pageTitle() {
  return document.querySelector("h1").textContent;
}

function wrapped(words, most) {
  const rows = [""];
  for (const word of words.split(" ")) {
    const last = rows.length - 1;
    if (rows[last] !== "" && rows[last].length + word.length >= most) {
      rows.push(word);
    } else {
      rows[last] += (rows[last] === "" ? "" : " ") + word;
    }
  }
  return rows;
}

function linearTicks(from, to) {
  const rough = (to - from) / 6;
  const power = Math.pow(10, Math.floor(Math.log10(rough)));
  const step = power * [1, 2, 5, 10].find((factor) => factor * power >= rough);
  const ticks = [];
  for (let i = Math.ceil(from / step); i * step <= to * (1 + 1e-9); i++) {
    ticks.push(Number((i * step).toPrecision(12)));
  }
  return ticks;
}

function logarithmicTicks(from, to) {
  const ticks = [];
  const decades = Math.log10(to / from);
  for (let power = Math.floor(Math.log10(from)); power <= Math.log10(to); power++) {
    for (const factor of decades < 2 ? [1, 2, 5] : [1]) {
      const value = Number((factor * Math.pow(10, power)).toPrecision(12));
      if (value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9)) {
        ticks.push(value);
      }
    }
  }
  return ticks;
}

function saveSvg(chart) {
  if (!chart.plot) {
    return;
  }
  const words = [pageTitle(), chart.section.name, chart.row.title, chart.measure.title];
  const link = document.createElement("a");
  link.download = words.join("-").toLowerCase().replace(/[^a-z0-9.]+/g, "-").replace(/^-|-$/g, "") + ".svg";
  link.href = URL.createObjectURL(new Blob([svgOf(chart)], { type: "image/svg+xml" }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
