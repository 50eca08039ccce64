import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestIdOf, sentenceOf } from './reasons.js';

test('an unknown reason is told in general words, and never in those of the address', () => {
  assert.equal(sentenceOf('<b>call 555</b>'), 'The sign-in with the identity provider did not work.');
  assert.match(sentenceOf('email_unverified'), /not verified/);
});

test('only an id is shown as one', () => {
  assert.equal(requestIdOf('a1-b2'), 'a1-b2');
  assert.equal(requestIdOf('call 555'), undefined);
  assert.equal(requestIdOf(null), undefined);
});
