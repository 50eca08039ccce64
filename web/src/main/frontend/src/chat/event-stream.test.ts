import assert from 'node:assert/strict';
import { test } from 'node:test';
import { events } from './event-stream.js';

async function read(pieces: string[]): Promise<string[]> {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(encoder.encode(piece));
      controller.close();
    },
  });
  const found: string[] = [];
  for await (const data of events(new Response(body))) found.push(data);
  return found;
}

test('events survive being cut anywhere', async () => {
  assert.deepEqual(await read(['data: {"a"', ':1}\n', '\ndata: tw', 'o\r\n\r\n']), ['{"a":1}', 'two']);
});

test('comments are skipped and several data lines are one event', async () => {
  assert.deepEqual(await read([': keep-alive\n\ndata: a\ndata: b\n\n']), ['a\nb']);
});

test('a last event without an empty line counts', async () => {
  assert.deepEqual(await read(['data: [DONE]']), ['[DONE]']);
});
