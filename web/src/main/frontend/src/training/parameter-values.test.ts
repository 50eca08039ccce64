import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, collect, pointerOf, typedOf } from './parameter-values.js';
import type { Parameter } from './training.api.js';

const parameter = (it: Partial<Parameter> & Pick<Parameter, 'name' | 'type'>): Parameter => ({
  default: null,
  minimum: null,
  maximum: null,
  choices: null,
  group: 'basic',
  title: it.name,
  description: '',
  ...it,
});

const EPOCHS = parameter({ name: 'epochs', type: 'integer', default: 3, minimum: 1, maximum: 100 });
const RATE = parameter({ name: 'learningRate', type: 'number', default: 2e-4, minimum: 1e-7, maximum: 1 });
const RANK = parameter({ name: 'lora.rank', type: 'integer', default: 16, group: 'lora' });
const ALPHA = parameter({ name: 'alpha', type: 'number', default: 32, group: 'lora' });
const MODULES = parameter({ name: 'targetModules', type: 'modules', default: ['q_proj'], group: 'lora' });
const ALL = [EPOCHS, RATE, RANK, ALPHA, MODULES];

test('values outside the bounds are explained', () => {
  assert.equal(check(EPOCHS, '0'), 'At least 1.');
  assert.equal(check(EPOCHS, '2.5'), 'This must be a whole number.');
  assert.equal(check(RATE, 'fast'), 'This is not a number.');
  assert.equal(check(RATE, '2'), 'At most 1.');
  assert.equal(check(RATE, '3e-4'), undefined);
  assert.equal(check(EPOCHS, ''), undefined);
});

test('only what was typed is sent, nested where it belongs', () => {
  const typed = { epochs: '5', learningRate: 'fast', 'lora.rank': '8', alpha: '16', targetModules: 'q_proj,v_proj' };
  assert.deepEqual(collect(ALL, typed), {
    epochs: 5,
    lora: { rank: 8, alpha: 16, targetModules: ['q_proj', 'v_proj'] },
  });
});

test('a name that leads to a prototype changes nothing but the request', () => {
  const hostile = [
    parameter({ name: '__proto__.admin', type: 'boolean' }),
    parameter({ name: 'constructor.x', type: 'boolean' }),
  ];
  const sent = collect(hostile, { '__proto__.admin': 'true', 'constructor.x': 'true' });
  assert.equal(({} as Record<string, unknown>).admin, undefined);
  assert.equal((Object as unknown as Record<string, unknown>).x, undefined);
  assert.deepEqual(Object.keys(sent), ['__proto__', 'constructor']);
});

test('the parameters of a job fill the form where they differ from the defaults', () => {
  const typed = typedOf(ALL, {
    epochs: 3,
    learningRate: 1e-3,
    lora: { rank: 8, alpha: 32, targetModules: ['q_proj', 'o_proj'] },
  });
  assert.deepEqual(typed, { learningRate: '0.001', 'lora.rank': '8', targetModules: 'q_proj,o_proj' });
});

test('pointers follow the place in the request', () => {
  assert.equal(pointerOf(RANK), '/parameters/lora/rank');
  assert.equal(pointerOf(ALPHA), '/parameters/lora/alpha');
  assert.equal(pointerOf(RATE), '/parameters/learningRate');
});
