import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Keyboard } from './keyboard.js';

const nothing = () => undefined;
const goDatasets = { keys: 'g d', run: nothing };
const help = { keys: '?', run: nothing };
const palette = { keys: 'mod+k', run: nothing };
const stroke = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, altKey: false });
const keyboard = () => new Keyboard(() => [goDatasets, help, palette]);

test('two keys in a row make one action, if the second comes soon', () => {
  const soon = keyboard();
  assert.equal(soon.press(stroke('g'), false, 0), undefined);
  assert.equal(soon.press(stroke('d'), false, 500), goDatasets);
  const late = keyboard();
  late.press(stroke('g'), false, 0);
  assert.equal(late.press(stroke('d'), false, 5000), undefined);
});

test('plain keys rest while somebody types, chords do not', () => {
  assert.equal(keyboard().press(stroke('?'), true, 0), undefined);
  assert.equal(keyboard().press(stroke('k', true), true, 0), palette);
});

test('plain keys rest while a modifier is down', () => {
  assert.equal(keyboard().press(stroke('?', true), false, 0), undefined);
});
