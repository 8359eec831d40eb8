/**
 * The mark of IRA Basis: a form sheet whose bar shows the tax-free share (green) beside the taxable share (amber).
 * Every edge is placed on a whole pixel of the size that is drawn, so that the mark stays sharp at 16 pixels; only the
 * cut corner and the round ones are smoothed.
 */
const INK = [38, 70, 104];
const PAPER = [255, 255, 255];
const FOLD = [201, 218, 236];
const PRINT = [133, 155, 180];
const TAX_FREE = [30, 142, 92];
const TAXABLE = [240, 160, 48];

/** Samples a side of each pixel: 8 x 8 gives 64 shades to an edge. */
const SAMPLES = 8;

const rectangle = (left, top, right, bottom) => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
];

/** A sheet with its top right corner cut off and the other three rounded. */
function sheet(left, top, right, bottom, cut, radius) {
  const arc = (x, y, from) =>
    Array.from({ length: 9 }, (_, step) => {
      const angle = ((from + step * 11.25) * Math.PI) / 180;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    });
  return [
    ...arc(left + radius, top + radius, 180),
    [right - cut, top],
    [right, top + cut],
    ...arc(right - radius, bottom - radius, 0),
    ...arc(left + radius, bottom - radius, 90),
  ];
}

/** What is painted at this size, from the back to the front: shapes with their colours, in pixels. */
function shapes(size) {
  const line = Math.max(1, Math.floor(size / 20));
  const left = Math.round(size * 0.13);
  const top = Math.round(size * 0.05);
  const right = size - left;
  const bottom = size - top;
  const cut = Math.round(size * 0.27);
  const radius = size / 16;
  const inner = { left: left + line, top: top + line, right: right - line, bottom: bottom - line };
  const margin = Math.max(1, Math.round(size * 0.07));
  const bar = {
    left: inner.left + margin,
    right: inner.right - margin,
    bottom: inner.bottom - margin,
    top: inner.bottom - margin - Math.round(size * 0.27),
  };
  const share = bar.left + Math.round((bar.right - bar.left) * 0.36);
  const half = bar.left + Math.round((bar.right - bar.left) * 0.4);
  // Printed lines stand at even steps above the bar; the upper two stop short of the folded corner.
  const step = Math.max(line + 1, Math.round(size * 0.125));
  const printed = (above, until) => [
    rectangle(bar.left, bar.top - above * step, until, bar.top - above * step + line),
    PRINT,
  ];
  return [
    [sheet(left, top, right, bottom, cut, radius), INK],
    [
      sheet(inner.left, inner.top, inner.right, inner.bottom, cut - line * (2 - Math.SQRT2), Math.max(0, radius - line)),
      PAPER,
    ],
    [
      [
        [right - cut, top],
        [right, top + cut],
        [right - cut, top + cut],
      ],
      INK,
    ],
    [
      [
        [right - cut + line, top + line * (1 + Math.SQRT2)],
        [right - line * (1 + Math.SQRT2), top + cut - line],
        [right - cut + line, top + cut - line],
      ],
      FOLD,
    ],
    printed(3, half),
    printed(2, half),
    printed(1, bar.right),
    [rectangle(bar.left, bar.top, share, bar.bottom), TAX_FREE],
    [rectangle(share, bar.top, bar.right, bar.bottom), TAXABLE],
  ];
}

/** Whether a point lies in a polygon: an odd number of edges to its right. */
function holds(polygon, x, y) {
  let inside = false;
  for (let here = 0, before = polygon.length - 1; here < polygon.length; before = here, here += 1) {
    const [x1, y1] = polygon[here];
    const [x2, y2] = polygon[before];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** The colour and opacity at a point: the frontmost shape there, or nothing. */
function colourAt(painted, x, y) {
  for (let index = painted.length - 1; index >= 0; index -= 1) {
    const [polygon, colour] = painted[index];
    if (holds(polygon, x, y)) return colour;
  }
  return undefined;
}

/** The mark as pixels: size x size times red, green, blue and opacity, on a transparent ground. */
function drawMark(size) {
  const painted = shapes(size);
  const pixels = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const sum = [0, 0, 0];
      let covered = 0;
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
        const x = column + ((sample % SAMPLES) + 0.5) / SAMPLES;
        const y = row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES;
        const colour = colourAt(painted, x, y);
        if (!colour) continue;
        covered += 1;
        colour.forEach((part, channel) => {
          sum[channel] += part;
        });
      }
      if (covered === 0) continue;
      const opacity = Math.round((255 * covered) / (SAMPLES * SAMPLES));
      pixels.set([...sum.map((part) => Math.round(part / covered)), opacity], (row * size + column) * 4);
    }
  }
  return pixels;
}

module.exports = { drawMark };
