/** A number with four significant digits. */
function formatted(value) {
  if (value === null || value === undefined) {
    return "";
  }
  const size = Math.abs(value);
  return size !== 0 && (size >= 1e5 || size < 1e-3)
    ? value.toExponential(2).replace(/\.?0+e/, "e").replace("e+", "e")
    : String(Number(value.toPrecision(4)));
}

function isPowerOfTen(value) {
  return Number.isInteger(Math.round(1e6 * Math.log10(value)) / 1e6);
}

function fromTemplate(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}

function element(name, text) {
  const created = document.createElement(name);
  created.textContent = text;
  return created;
}
