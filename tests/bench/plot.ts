/** Line charts as plain SVG, readable on light and on dark pages, and without colours too. */

/** One line of a chart. */
export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly style: 'first' | 'second' | 'goal';
}

/** An axis; the ticks are shown with their text. */
export interface Axis {
  readonly title: string;
  readonly ticks: readonly (readonly [value: number, text: string])[];
  readonly logarithmic?: boolean;
}

/** A chart. The axes reach from their first tick to their last. */
export interface Chart {
  readonly title: string;
  /** What it shows, in a sentence, for those who cannot see it. */
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
}

const size = { width: 720, height: 360 } as const;
/** Around the plot, in pixels: room for titles, tick texts and the names of the lines. */
const margin = { left: 72, right: 196, top: 56, bottom: 60 } as const;
/** Distance of the names of lines, and the length of the piece of line beside each, in pixels. */
const legendStep = 22;
const sampleLength = 26;

const style = `
    .page { fill: #ffffff; }
    text { fill: #24292f; font: 13px system-ui, sans-serif; }
    .title { font-size: 16px; font-weight: 600; }
    .grid { stroke: #d0d7de; stroke-width: 1; }
    .line { fill: none; stroke-width: 2.5; stroke-linejoin: round; }
    .first { stroke: #0b62c4; }
    .second { stroke: #a8430f; stroke-dasharray: 8 4; }
    .goal { stroke: #57606a; stroke-width: 1.5; stroke-dasharray: 2 4; }
    .dot { fill: #0b62c4; }
    @media (prefers-color-scheme: dark) {
      .page { fill: #0d1117; }
      text { fill: #e6edf3; }
      .grid { stroke: #30363d; }
      .first { stroke: #6cb6ff; }
      .second { stroke: #f0a070; }
      .goal { stroke: #9da7b3; }
      .dot { fill: #6cb6ff; }
    }`;

/** The chart as an SVG document. */
export function drawChart({ title, description, x, y, series }: Chart): string {
  const right = size.width - margin.right;
  const bottom = size.height - margin.bottom;
  const atX = scale(x, margin.left, right);
  const atY = scale(y, bottom, margin.top);
  const parts = [
    `<rect class="page" width="${size.width}" height="${size.height}" rx="6"/>`,
    text(margin.left, 30, 'start', title, 'title'),
    ...y.ticks.flatMap(([value, label]) => [
      `<line class="grid" x1="${margin.left}" x2="${right}" y1="${atY(value)}" y2="${atY(value)}"/>`,
      text(margin.left - 8, atY(value) + 4, 'end', label),
    ]),
    ...x.ticks.map(([value, label]) => text(atX(value), bottom + 20, 'middle', label)),
    text((margin.left + right) / 2, size.height - 14, 'middle', x.title),
    `<text x="18" y="${(margin.top + bottom) / 2}" text-anchor="middle" transform="rotate(-90 18 ${(margin.top + bottom) / 2})">${escape(y.title)}</text>`,
    ...series.flatMap((line) => drawLine(line, atX, atY)),
    ...legend(series, right + 16),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="title description">`,
    `  <title id="title">${escape(title)}</title>`,
    `  <desc id="description">${escape(description)}</desc>`,
    `  <style>${style}\n  </style>`,
    ...parts.map((part) => `  ${part}`),
    '</svg>\n',
  ].join('\n');
}

function drawLine({ points, style: name }: Series, atX: Place, atY: Place): string[] {
  const path = points.map(([px, py]) => `${atX(px)},${atY(py)}`).join(' ');
  // Few points are measurements of their own, many are a course.
  const dots = points.length > 5 || name === 'goal' ? [] : points;
  return [
    `<polyline class="line ${name}" points="${path}"/>`,
    ...dots.map(([px, py]) => `<circle class="dot" cx="${atX(px)}" cy="${atY(py)}" r="4"/>`),
  ];
}

/** Each line's name, beside a piece of it. */
function legend(series: readonly Series[], left: number): string[] {
  return series.flatMap(({ name, style: className }, index) => {
    const y = margin.top + 8 + index * legendStep;
    return [
      `<line class="line ${className}" x1="${left}" x2="${left + sampleLength}" y1="${y}" y2="${y}"/>`,
      text(left + sampleLength + 8, y + 4, 'start', name),
    ];
  });
}

type Place = (value: number) => number;

function scale({ ticks, logarithmic = false }: Axis, from: number, to: number): Place {
  const measure = logarithmic ? Math.log10 : (value: number): number => value;
  const low = measure(ticks[0]?.[0] ?? 0);
  const high = measure(ticks.at(-1)?.[0] ?? 1);
  return (value) => {
    const place = from + ((measure(value) - low) / (high - low)) * (to - from);
    return Math.round(place * 10) / 10;
  };
}

function text(x: number, y: number, anchor: string, content: string, className?: string): string {
  const named = className === undefined ? '' : ` class="${className}"`;
  return `<text${named} x="${x}" y="${y}" text-anchor="${anchor}">${escape(content)}</text>`;
}

function escape(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
