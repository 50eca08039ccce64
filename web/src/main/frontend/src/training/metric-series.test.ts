import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MetricSeries, smooth, thinned } from './metric-series.js';
import type { Metric } from './training.api.js';

const metric = (step: number, it: Partial<Metric> = {}): Metric => ({
  step,
  epoch: null,
  trainLoss: null,
  evalLoss: null,
  learningRate: null,
  gradNorm: null,
  tokensPerSecond: null,
  samplesPerSecond: null,
  memoryBytes: null,
  at: '2026-11-22T12:00:00Z',
  ...it,
});

test('points come out by step, each once, whatever the order of arrival', () => {
  const series = new MetricSeries();
  series.add([metric(3), metric(1, { trainLoss: 2 })]);
  series.add([metric(2), metric(3), metric(1, { evalLoss: 1.5 })]);
  assert.deepEqual(
    series.metrics.map((it) => it.step),
    [1, 2, 3],
  );
  assert.equal(series.metrics[0]?.trainLoss, 2);
  assert.equal(series.metrics[0]?.evalLoss, 1.5);
});

test('smoothing has no bias at the beginning and keeps a constant', () => {
  assert.deepEqual(smooth([1, 2, 3], [4, 4, 4], 0.9), [4, 4, 4]);
  const [first, second] = smooth([1, 2], [0, 1], 0.5);
  assert.equal(first, 0);
  assert.ok(Math.abs((second ?? 0) - 1 / 1.5) < 1e-12);
});

test('a wide distance forgets more', () => {
  const near = smooth([1, 2], [0, 1], 0.9)[1] ?? 0;
  const far = smooth([1, 50], [0, 1], 0.9)[1] ?? 0;
  assert.ok(far > 0.99 && near < 0.6);
});

test('thinning keeps extremes, ends and rare points', () => {
  const loss = Array.from({ length: 10_000 }, (_, index) => (index === 5003 ? 99 : 1));
  const rare = loss.map((_, index) => (index === 7001 ? 2 : null));
  const kept = thinned([loss, rare], 1000);
  assert.ok(kept.length <= 1010);
  for (const index of [0, 5003, 7001, 9999]) assert.ok(kept.includes(index));
});
