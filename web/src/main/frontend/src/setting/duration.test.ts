import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amountOf, isoOf, secondsOf, spoken } from './duration.js';

test('a time is read in any of its forms', () => {
  assert.equal(secondsOf('P14D'), 1_209_600);
  assert.equal(secondsOf('PT336H'), 1_209_600);
  assert.equal(secondsOf('PT1H30M'), 5400);
  assert.equal(secondsOf('never'), 0);
});

test('it is shown in the largest unit that fits', () => {
  assert.deepEqual(amountOf('PT336H'), { count: 14, unit: 'days' });
  assert.deepEqual(amountOf('PT90M'), { count: 90, unit: 'minutes' });
  assert.equal(spoken('PT1H'), '1 hour');
  assert.equal(spoken('PT2160H'), '90 days');
});

test('it is written as the server writes it', () => {
  assert.equal(isoOf({ count: 14, unit: 'days' }), 'PT336H');
  assert.equal(isoOf({ count: 90, unit: 'minutes' }), 'PT1H30M');
  assert.equal(isoOf({ count: 1.5, unit: 'hours' }), 'PT1H30M');
});
