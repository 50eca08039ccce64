import assert from 'node:assert/strict';
import { test } from 'node:test';
import { branchOf, placeOf, systemAt, type Node } from './tree.js';

const node = (number: number, parent: number | null, role: Node['role'] = 'user'): Node => ({
  id: `m${number}`,
  parentId: parent === null ? null : `m${parent}`,
  number,
  role,
  content: `text ${number}`,
});

// A question, two answers, a question after each, and the first question said anew.
const TREE = [
  node(1, null),
  node(2, 1, 'assistant'),
  node(3, 2),
  node(4, 1, 'assistant'),
  node(5, 4),
  node(6, null),
  node(7, 3, 'assistant'),
];

const ids = (choices: [string, string][]): string[] => branchOf(TREE, new Map(choices)).map((it) => it.message.id);

test('without choices the branch leads to the newest message', () => {
  assert.deepEqual(ids([]), ['m1', 'm2', 'm3', 'm7']);
});

test('what was chosen is shown, with the newest below it', () => {
  assert.deepEqual(ids([['m1', 'm4']]), ['m1', 'm4', 'm5']);
  assert.deepEqual(ids([['', 'm6']]), ['m6']);
  assert.deepEqual(ids([['', 'gone']]), ['m1', 'm2', 'm3', 'm7']);
});

test('those in the same place are siblings', () => {
  const steps = branchOf(TREE, new Map());
  assert.deepEqual(steps[0]?.siblings, ['m1', 'm6']);
  assert.deepEqual(steps[1]?.siblings, ['m2', 'm4']);
  assert.deepEqual(steps[3]?.siblings, ['m7']);
});

test('system prompts are looked through, and the nearest is in force', () => {
  const messages = [
    node(1, null, 'system'),
    node(2, 1),
    node(3, 2, 'assistant'),
    node(4, 2, 'system'),
    node(5, 4, 'assistant'),
  ];
  const steps = branchOf(messages, new Map());
  assert.deepEqual(
    steps.map((it) => it.siblings),
    [['m2'], ['m3', 'm5']],
  );
  assert.equal(systemAt(messages, 'm3'), 'text 1');
  assert.equal(systemAt(messages, 'm5'), 'text 4');
  assert.equal(systemAt(messages, null), '');
  assert.equal(placeOf(messages, messages[4] as Node), 'm2');
});

test('nothing has no branch', () => {
  assert.deepEqual(branchOf([], new Map()), []);
});
