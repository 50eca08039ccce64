import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emphasised, namedIn, namingAt, withName } from './mentions.js';

const ADA = { id: '1', name: 'Ada Lovelace' };
const BOB = { id: '2', name: 'Bob' };

test('a name is typed after an @ that begins a word', () => {
  assert.deepEqual(namingAt('@', 1), { from: 0, query: '' });
  assert.deepEqual(namingAt('see @ad', 7), { from: 4, query: 'ad' });
  assert.deepEqual(namingAt('see @ad now', 7), { from: 4, query: 'ad' });
  assert.equal(namingAt('a@b', 3), undefined);
  assert.equal(namingAt('@ad ', 4), undefined);
  assert.equal(namingAt('none', 4), undefined);
});

test('a picked name takes the place of what was typed', () => {
  assert.deepEqual(withName('see @ad now', { from: 4, query: 'ad' }, 'Ada Lovelace'), {
    text: 'see @Ada Lovelace now',
    caret: 18,
  });
});

test('only names that still stand in the text count, and once', () => {
  assert.deepEqual(namedIn('@Bob and @Bob', [ADA, BOB, BOB]), ['2']);
  assert.deepEqual(namedIn('nobody', [ADA]), []);
});

test('names are bold unless they could be markup', () => {
  assert.equal(emphasised('hi @Bob', [BOB]), 'hi **@Bob**');
  assert.equal(emphasised('@Bob @Bob Ross', [BOB, { id: '3', name: 'Bob Ross' }]), '**@Bob** **@Bob Ross**');
  assert.equal(emphasised('@*x*', [{ id: '4', name: '*x*' }]), '@*x*');
});
