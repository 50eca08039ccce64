import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strength } from './strength.js';

const CASES = [
  ['short', 'too short'],
  ['aaaaaaaaaaaaaaaa', 'weak'],
  ['abcdefghijklmnop', 'weak'],
  ['correct horse battery', 'good'],
  ['mellow-otter-fjord-42', 'good'],
] as const;

for (const [password, expected] of CASES) {
  test(`${password} is ${expected}`, () => assert.equal(strength(password, 12), expected));
}
