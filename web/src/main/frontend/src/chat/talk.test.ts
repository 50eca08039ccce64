import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Talk, type Asking } from './talk.js';

const ASKING: Asking = { modelId: 'm', modelName: 'tiny', system: '', settings: {}, keep: true };
const IDS = { type: 'turn', conversationId: 'c', questionId: 'q', answerId: 'a' };

/** Answers as the server would, the stream piece by piece: each shows what stands on the page by then. */
function serve(pieces: readonly unknown[], seen: (after: number) => void) {
  const encoder = new TextEncoder();
  const stored: unknown[] = [];
  globalThis.fetch = (url, request) => {
    const path = typeof url === 'string' ? url : '';
    if (path.endsWith('/chat')) {
      let at = 0;
      const body = new ReadableStream<Uint8Array>({
        async pull(controller) {
          await new Promise((resolve) => setTimeout(resolve, 1));
          seen(at);
          const piece = pieces[at];
          at += 1;
          if (piece === undefined) controller.close();
          else controller.enqueue(encoder.encode(`data: ${JSON.stringify(piece)}\n\n`));
        },
      });
      return Promise.resolve(new Response(body));
    }
    const conversation = { id: 'c', title: '', archivedAt: null };
    const answer = path.includes('/messages') ? { items: stored } : conversation;
    return Promise.resolve(new Response(JSON.stringify(answer), { status: request?.method === 'POST' ? 201 : 200 }));
  };
}

test('an answer grows below its question once both have the ids of the server', async () => {
  const talk = new Talk({ changed: () => undefined, kept: () => undefined });
  const texts: string[][] = [];
  const content = (text: string) => ({ type: 'delta', content: text });
  serve([IDS, content('Be'), content('cause')], () => texts.push(talk.branch.map((it) => it.message.content)));

  await talk.say('Why?', ASKING);

  assert.deepEqual(texts.at(1), ['Why?', '']);
  assert.deepEqual(texts.at(-1), ['Why?', 'Because']);
});
