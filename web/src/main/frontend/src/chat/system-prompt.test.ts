import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Conversation } from '../conversation/conversations.api.js';
import type { Model } from '../model/models.api.js';
import { SystemPrompt } from './system-prompt.js';

const base = { systemPrompt: null } as Model;
const tuned = { systemPrompt: 'You triage.' } as Model;
const fresh = { conversation: undefined, system: '' };
const running = { conversation: {} as Conversation, system: 'You are brief.' };

void test('a new conversation begins with what its model was tuned under', () => {
  const prompt = new SystemPrompt();
  assert.equal(prompt.of(fresh, tuned), 'You triage.');
  assert.equal(prompt.of(fresh, base), '');
});

void test('a conversation keeps its own, whatever the model', () => {
  assert.equal(new SystemPrompt().of(running, tuned), 'You are brief.');
});

void test('what was typed counts until another conversation is opened, and is remembered for models without one', () => {
  const prompt = new SystemPrompt();
  prompt.type('', fresh, tuned);
  assert.equal(prompt.of(fresh, tuned), '');
  prompt.forget();
  assert.equal(prompt.of(fresh, tuned), 'You triage.');

  prompt.type('Be kind.', fresh, base);
  prompt.forget();
  assert.equal(prompt.of(fresh, base), 'Be kind.');
  assert.equal(prompt.of(fresh, tuned), 'You triage.');
});
