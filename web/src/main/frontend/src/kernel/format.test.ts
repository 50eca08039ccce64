import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytes, compact, duration, figure, time, words } from './format.js';

const NOW = Date.parse('2026-11-22T12:00:00Z');

test('figures keep their significant digits', () => {
  assert.equal(figure(1.23456), '1.235');
  assert.equal(figure(0), '0');
  assert.equal(figure(0.0002), '2e-4');
  assert.equal(figure(123_456.7), '123,457');
  assert.equal(figure(null), '—');
  assert.equal(figure(Number.NaN), '—');
});

test('sizes use binary units', () => {
  assert.equal(bytes(0), '0 B');
  assert.equal(bytes(1536), '1.5 KiB');
  assert.equal(bytes(94 * 1024 ** 2), '94.0 MiB');
  assert.equal(bytes(300 * 1024 ** 3), '300 GiB');
});

test('durations show their two largest units', () => {
  assert.equal(duration(4.24), '4.2 s');
  assert.equal(duration(192), '3 min 12 s');
  assert.equal(duration(3600), '1 h');
  assert.equal(duration(90_061), '1 d 1 h');
  assert.equal(duration(undefined), '—');
});

test('times are told relative to now or in UTC', () => {
  assert.equal(time('2026-11-22T11:59:58Z', 'relative', NOW), 'just now');
  assert.equal(time('2026-11-22T11:45:00Z', 'relative', NOW), '15 minutes ago');
  assert.equal(time('2026-11-20T12:00:00Z', 'relative', NOW), '2 days ago');
  assert.equal(time('2026-11-22T11:45:00.123Z', 'utc', NOW), '2026-11-22 11:45:00 UTC');
});

test('wire values become words', () => {
  assert.equal(words('raw_text'), 'Raw text');
  assert.equal(words('sft'), 'SFT');
  assert.equal(compact(134_515_008), '134.5M');
});
