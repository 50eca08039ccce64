import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newDraft, textOrNull, wordsOf } from './draft.js';

test('a new provider lets nobody in', () => {
  for (const kind of ['oidc', 'ldap'] as const) {
    const draft = newDraft(kind);
    assert.equal(draft.enabled || draft.rules.createAccounts || draft.rules.linkAccounts, false);
    assert.equal(draft.oidc !== null, kind === 'oidc');
    assert.equal(draft.ldap !== null, kind === 'ldap');
  }
});

test('domains are taken apart at commas and spaces, each once', () => {
  assert.deepEqual(wordsOf(' a.org, b.org a.org,'), ['a.org', 'b.org']);
  assert.deepEqual(wordsOf(''), []);
});

test('an empty text is none', () => {
  assert.equal(textOrNull(' '), null);
  assert.equal(textOrNull('x'), 'x');
});
