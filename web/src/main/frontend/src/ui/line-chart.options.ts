import type uPlot from 'uplot';
import { compact, figure } from '../kernel/format.js';
import type { Line } from './line-chart.js';

/** The colours of the theme as the canvas wants them. */
export interface Palette {
  readonly lines: readonly string[];
  readonly axis: string;
  readonly grid: string;
}

const FONT = '12px system-ui, sans-serif';

/** How the chart library is to draw our lines. Cursors of all charts of a page move together. */
export function optionsOf(
  lines: readonly Line[],
  palette: Palette,
  log: boolean,
  under: (index: number | null) => void,
): Omit<uPlot.Options, 'width' | 'height'> {
  const axis = { stroke: palette.axis, font: FONT, grid: { stroke: palette.grid, width: 1 }, ticks: { show: false } };
  return {
    legend: { show: false },
    padding: [8, 8, 0, 0],
    cursor: { sync: { key: 'whetstone' }, points: { size: 7 }, drag: { x: true, y: false }, y: false },
    scales: { x: { time: false }, y: { distr: log ? 3 : 1 } },
    axes: [
      { ...axis, values: (_, splits) => splits.map((it) => (Number.isInteger(it) ? compact(it) : '')), size: 28 },
      { ...axis, values: (_, splits) => splits.map((it) => (it == null ? '' : figure(it, 3))), size: 52 },
    ],
    series: [{}, ...lines.map((line) => seriesOf(line, palette))],
    hooks: { setCursor: [(plot) => under(plot.cursor.idx ?? null)] },
  };
}

function seriesOf(line: Line, palette: Palette): uPlot.Series {
  const stroke = palette.lines[line.tone - 1] ?? palette.axis;
  return {
    label: line.label,
    stroke,
    width: line.faint === true ? 1 : 2,
    alpha: line.faint === true ? 0.28 : 1,
    spanGaps: true,
    points: { show: line.dots === true, size: 6, fill: stroke },
  };
}
