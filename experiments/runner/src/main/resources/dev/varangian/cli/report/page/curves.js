const data = JSON.parse(document.getElementById("data").textContent);

/** The values of a curve in words, of some keys. */
function phrase(curve, keys) {
  return keys.map((key) => data.keys[key].phrases[curve.values[key]]).join(", ");
}

/** The places of the keys in which the curves differ. */
function varied(curves) {
  return data.keys
    .map((key, place) => place)
    .filter((place) => new Set(curves.map((curve) => curve.values[place])).size > 1);
}

/** The rounds and values of a band that are drawn. */
function points(curve, column) {
  const band = curve.bands[column];
  return band === undefined ? { rounds: [], band: { y: [] } } : { rounds: data.rounds[band.x], band };
}

/**
 * A column of some lines over the rounds in which one of them has it, the first and the last.
 * Lines without a value are left out.
 */
function aligned(lines, column, from, to) {
  const drawn = lines.filter(({ curve }) => points(curve, column).rounds.some((round) => round >= from));
  const all = new Set([from, to]);
  drawn.forEach(({ curve }) =>
    points(curve, column).rounds.forEach((round) => round >= from && all.add(round)),
  );
  const rounds = [...all].sort((a, b) => a - b);
  const place = new Map(rounds.map((round, i) => [round, i]));
  const spread = (own, values) => {
    const row = new Array(rounds.length).fill(null);
    own.forEach((round, i) => {
      if (place.has(round)) {
        row[place.get(round)] = values[i];
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
        least: band.least ? spread(own, band.least) : null,
        greatest: band.greatest ? spread(own, band.greatest) : null,
      };
    }),
  };
}
