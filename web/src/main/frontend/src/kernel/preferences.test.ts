import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserChoices, forgetPerson, recall, remember } from './preferences.js';

test('what is of a person is forgotten with them, and the theme stays', () => {
  remember('theme', 'dark');
  remember('charts.log', 'true');
  remember('session', 'open');
  remember('chat.instructions', 'Answer as our lawyers would.');

  forgetPerson();

  assert.equal(recall('chat.instructions'), undefined);
  assert.equal(recall('session'), undefined);
  assert.equal(recall('theme'), 'dark');
  assert.equal(recall('charts.log'), 'true');
});

test('choices of the browser come back after its storage was emptied', () => {
  remember('theme', 'dark');
  remember('session', 'open');
  const putBack = browserChoices();
  remember('theme', undefined);
  remember('session', undefined);

  putBack();

  assert.equal(recall('theme'), 'dark');
  assert.equal(recall('session'), undefined);
});
