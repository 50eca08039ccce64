import assert from 'node:assert/strict';
import { test } from 'node:test';
import { throttled } from './throttle.js';

test('a burst becomes one call now and one at the end', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  let calls = 0;
  const call = throttled(() => (calls += 1), 100);
  for (let burst = 0; burst < 10; burst += 1) call();
  assert.equal(calls, 1);
  context.mock.timers.tick(100);
  assert.equal(calls, 2);
  context.mock.timers.tick(1000);
  assert.equal(calls, 2);
  call();
  assert.equal(calls, 3);
});
