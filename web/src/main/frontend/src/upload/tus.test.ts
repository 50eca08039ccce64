import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TusUpload, type TusClient } from './tus.js';

class Refused extends Error {
  readonly status = 403;
}

const MIB = 1024 * 1024;

/** A server that keeps what it got; `failAt` makes the connection break once while that part is sent. */
function server(failAt = -1) {
  const stored = new Map<string, number>();
  const parts: number[] = [];
  let broken = false;
  const client: TusClient = {
    create: () => {
      const url = `/api/uploads/u${stored.size}`;
      stored.set(url, 0);
      return Promise.resolve(url);
    },
    offset: (url) => Promise.resolve(stored.get(url)),
    append: (url, offset, part, sent) => {
      assert.equal(offset, stored.get(url));
      if (parts.length === failAt && !broken) {
        broken = true;
        // Half of the part arrived before the line went dead.
        stored.set(url, offset + part.size / 2);
        return Promise.reject(new TypeError('gone'));
      }
      parts.push(part.size);
      sent(part.size);
      stored.set(url, offset + part.size);
      return Promise.resolve(offset + part.size);
    },
    remove: (url) => Promise.resolve(void stored.delete(url)),
  };
  return { client, stored, parts };
}

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    recall: (key: string) => kept.get(key),
    remember: (key: string, url: string | undefined) =>
      void (url === undefined ? kept.delete(key) : kept.set(key, url)),
  };
}

const file = (size: number) => new File([new Uint8Array(size)], 'rows.jsonl', { lastModified: 1 });
const upload = (it: File, client: TusClient, store = memory()) => new TusUpload(it, client, store, undefined, () => 1);

test('a file goes in parts of 8 MiB', async () => {
  const { client, parts, stored } = server();
  const it = upload(file(20 * MIB), client);
  await it.start();
  assert.deepEqual(parts, [8 * MIB, 8 * MIB, 4 * MIB]);
  assert.equal(it.state, 'done');
  assert.equal(it.id, 'u0');
  assert.equal(stored.get('/api/uploads/u0'), 20 * MIB);
});

test('a broken connection goes on where the server stands', async () => {
  const { client, parts } = server(1);
  const it = upload(file(20 * MIB), client);
  await it.start();
  assert.deepEqual(parts, [8 * MIB, 8 * MIB]);
  assert.equal(it.state, 'done');
});

test('a second page resumes what the first one left', async () => {
  const { client, parts } = server();
  const store = memory();
  const first = upload(file(20 * MIB), { ...client, append: () => Promise.reject(new Refused()) }, store);
  await assert.rejects(first.start());
  assert.equal(first.state, 'paused');
  const second = upload(file(20 * MIB), client, store);
  await second.start();
  assert.equal(second.id, 'u0');
  assert.equal(parts.length, 3);
  assert.equal(store.kept.size, 0);
});

test('an upload that the server forgot begins anew', async () => {
  const { client, stored } = server();
  const store = memory();
  const it = upload(file(MIB), client, store);
  store.recall = () => '/api/uploads/long-gone';
  await it.start();
  assert.equal(stored.get('/api/uploads/u0'), MIB);
});

test('cancelling removes it from the server and from memory', async () => {
  const { client, stored } = server();
  const store = memory();
  const it = upload(file(MIB), { ...client, append: () => new Promise(() => undefined) }, store);
  void it.start();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await it.cancel();
  assert.equal(it.state, 'cancelled');
  assert.equal(stored.size, 0);
  assert.equal(store.kept.size, 0);
});
