const data = JSON.parse(document.getElementById("data").textContent);

/** The label of a curve: its values of some keys. */
function phrase(curve, keys) {
  return keys.map((key) => data.keys[key].phrases[curve.values[key]]).join(", ");
}

/** The indices of the keys in which the curves differ. */
function varied(curves) {
  return data.keys
    .map((key, index) => index)
    .filter((index) => new Set(curves.map((curve) => curve.values[index])).size > 1);
}

/** The rounds and values of a column of a curve; empty if the curve lacks the column. */
function points(curve, column) {
  const band = curve.bands[column];
  return band === undefined ? { rounds: [], band: { y: [] } } : { rounds: data.rounds[band.x], band };
}

/**
 * A column of some lines by the rounds in which at least one has a value, and the first and the
 * last round. Lines without a value are left out.
 */
function aligned(lines, column, from, to) {
  const drawn = lines.filter(({ curve }) => points(curve, column).rounds.some((round) => round >= from));
  const all = new Set([from, to]);
  drawn.forEach(({ curve }) =>
    points(curve, column).rounds.forEach((round) => round >= from && all.add(round)),
  );
  const rounds = [...all].sort((a, b) => a - b);
  const index = new Map(rounds.map((round, i) => [round, i]));
  const spread = (own, values) => {
    const row = new Array(rounds.length).fill(null);
    own.forEach((round, i) => {
      if (index.has(round)) {
        row[index.get(round)] = values[i];
      }
    });
    return row;
  };
  return {
    rounds,
    lines: drawn.map((line) => {
      const { rounds: own, band } = points(line.curve, column);
      return {
        ...line,
        mean: spread(own, band.y),
        low: band.low ? spread(own, band.low) : null,
        high: band.high ? spread(own, band.high) : null,
      };
    }),
  };
}
