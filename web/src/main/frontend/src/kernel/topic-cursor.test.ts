import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TopicCursor, backOff } from './topic-cursor.js';

test('events are delivered once', () => {
  const cursor = new TopicCursor();
  cursor.confirmed(4);
  assert.equal(cursor.received(5), 'deliver');
  assert.equal(cursor.received(5), 'duplicate');
  assert.equal(cursor.received(6), 'deliver');
});

test('a hole is noticed once and bridged', () => {
  const cursor = new TopicCursor();
  cursor.confirmed(4);
  assert.equal(cursor.received(7), 'gap');
  assert.equal(cursor.received(8), 'deliver');
});

test('a reconnect asks for everything after the last event and takes the replay', () => {
  const cursor = new TopicCursor();
  assert.equal(cursor.after, null);
  cursor.confirmed(4);
  cursor.received(5);
  assert.equal(cursor.after, 5);
  cursor.confirmed(8);
  assert.equal(cursor.received(6), 'deliver');
  assert.equal(cursor.received(7), 'deliver');
  assert.equal(cursor.received(8), 'deliver');
});

test('a sequence that began anew is followed', () => {
  const cursor = new TopicCursor();
  cursor.confirmed(40);
  cursor.confirmed(2);
  assert.equal(cursor.received(3), 'deliver');
});

test('waiting doubles up to a limit and is spread', () => {
  assert.equal(backOff(1, 0), 250);
  assert.equal(backOff(3, 0.999), 1999);
  assert.equal(backOff(20, 0), 15_000);
});
