import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SCOPES, endAfter, entriesOf, example, isUsedUp, standingOf } from './key-words.js';

test('the least scope comes first', () => {
  assert.equal(SCOPES[0]?.[0], 'read');
});

test('a life ends that many days from now, or never', () => {
  assert.equal(endAfter(7, Date.parse('2026-01-01T00:00:00Z')), '2026-01-08T00:00:00.000Z');
  assert.equal(endAfter(0), null);
});

test('a revoked key is revoked, even when it has expired', () => {
  const now = Date.parse('2026-01-02T00:00:00Z');
  const past = '2026-01-01T00:00:00Z';
  assert.equal(standingOf({ revokedAt: past, expiresAt: past }, now), 'revoked');
  assert.equal(standingOf({ revokedAt: null, expiresAt: past }, now), 'expired');
  assert.equal(standingOf({ revokedAt: null, expiresAt: null }, now), 'active');
});

test('a budget is used up at its last token, and none never', () => {
  assert.equal(isUsedUp({ monthlyTokens: 100, tokensThisMonth: 99 }), false);
  assert.equal(isUsedUp({ monthlyTokens: 100, tokensThisMonth: 100 }), true);
  assert.equal(isUsedUp({ monthlyTokens: null, tokensThisMonth: 1e12 }), false);
});

test('networks come by lines, spaces or commas', () => {
  assert.deepEqual(entriesOf(' 10.0.0.0/8,\n::1  192.0.2.1 '), ['10.0.0.0/8', '::1', '192.0.2.1']);
  assert.deepEqual(entriesOf('  '), []);
});

test('the example asks for what the key may do and never holds the key', () => {
  const text = example({ scopes: ['production'], kind: 'api_key' }, 'https://host');
  assert.match(text, /\/v1\/models/);
  assert.match(text, /\$WHETSTONE_API_KEY/);
  assert.match(example({ scopes: ['read'], kind: 'service_key' }, 'https://host'), /X-Acts-For/);
});
