import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oddity } from './paste.js';

void test('a clean credential is nothing to speak of', () => {
  assert.equal(oddity('sk-proj-0123456789'), undefined);
  assert.equal(oddity(''), undefined);
});

void test('whitespace and quotation marks of a careless copy are noticed', () => {
  assert.match(oddity('sk-1 ') ?? '', /before or after/);
  assert.match(oddity('\nsk-1') ?? '', /before or after/);
  assert.match(oddity('sk- 1') ?? '', /in it/);
  assert.match(oddity('"sk-1"') ?? '', /quotation/);
});
