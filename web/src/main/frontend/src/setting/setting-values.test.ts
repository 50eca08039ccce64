import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesOf, titleOf, valueOf } from './setting-values.js';
import type { Setting } from './settings.api.js';

const setting = (it: Partial<Setting>): Setting => ({
  key: 'size',
  type: 'integer',
  value: 16,
  fallback: 16,
  changed: false,
  least: 12,
  most: 24,
  choices: [],
  description: '',
  ...it,
});

test('a key becomes a title', () => {
  assert.equal(titleOf('embeddingBaseUrl'), 'Embedding base url');
});

test('a control gives the type that the setting has', () => {
  assert.equal(valueOf(setting({}), { value: '18' }), 18);
  assert.equal(valueOf(setting({ type: 'boolean' }), { value: 'on', checked: false }), false);
  assert.equal(valueOf(setting({ type: 'text' }), { value: ' a ' }), 'a');
});

test('only what differs is sent, and a default resets', () => {
  const all = [setting({}), setting({ key: 'other', value: 20 }), setting({ key: 'same', value: 18 })];
  const edited = new Map<string, number>([
    ['size', 18],
    ['other', 16],
    ['same', 18],
  ]);
  assert.deepEqual(changesOf(all, edited), { size: 18, other: null });
});
