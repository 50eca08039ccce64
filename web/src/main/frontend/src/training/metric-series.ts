import type { Metric } from './training.api.js';

export type Values = readonly (number | null)[];

/** The metrics of a job by step; a step that comes twice is merged, so replays and second reads do no harm. */
export class MetricSeries {
  private readonly byStep = new Map<number, Metric>();
  private sorted: readonly Metric[] | undefined;

  add(metrics: readonly Metric[]): void {
    for (const metric of metrics) {
      const known = this.byStep.get(metric.step);
      this.byStep.set(metric.step, known === undefined ? metric : merged(known, metric));
    }
    this.sorted = undefined;
  }

  get metrics(): readonly Metric[] {
    this.sorted ??= [...this.byStep.values()].sort((a, b) => a.step - b.step);
    return this.sorted;
  }
}

function merged(old: Metric, fresh: Metric): Metric {
  const known = Object.entries(fresh).filter(([, value]) => value != null);
  return { ...old, ...Object.fromEntries(known) };
}

/**
 * Exponential moving average over the steps, de-biased at its beginning and weighted by distance, so that missing steps
 * and uneven distances do not bend it. `strength` in [0, 1) is the weight that a value has after one step.
 */
export function smooth(xs: readonly number[], ys: Values, strength: number): Values {
  let sum = 0;
  let weight = 0;
  let last: number | undefined;
  return ys.map((y, index) => {
    if (y === null || !Number.isFinite(y)) return null;
    const x = xs[index] ?? 0;
    const decay = strength ** (last === undefined ? 1 : x - last);
    last = x;
    sum = sum * decay + y;
    weight = weight * decay + 1;
    return sum / weight;
  });
}

/**
 * Indices to draw when there are more points than pixels: of each bucket the lowest and the highest of the first row,
 * and every point of the sparse ones.
 */
export function thinned(rows: readonly Values[], limit: number): number[] {
  const [first = [], ...sparse] = rows;
  const all = first.map((_, index) => index);
  if (all.length <= limit) return all;
  const size = Math.ceil((2 * all.length) / limit);
  const kept = new Set<number>([0, all.length - 1]);
  for (let start = 0; start < all.length; start += size) {
    const bucket = all.slice(start, start + size).filter((index) => first[index] != null);
    const by = (a: number, b: number) => (first[a] ?? 0) - (first[b] ?? 0);
    for (const index of [bucket.toSorted(by)[0], bucket.toSorted(by).at(-1)]) if (index !== undefined) kept.add(index);
  }
  for (const index of all) if (sparse.some((row) => isRare(row) && row[index] != null)) kept.add(index);
  return [...kept].sort((a, b) => a - b);
}

const isRare = (row: Values): boolean => row.filter((value) => value !== null).length * 4 < row.length;
