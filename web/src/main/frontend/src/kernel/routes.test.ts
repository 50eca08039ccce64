import assert from 'node:assert/strict';
import { test } from 'node:test';
import { match } from './routes.js';

const ROUTES = [{ path: '/' }, { path: '/training/new' }, { path: '/training/jobs/:id' }];

test('fixed paths match with and without a final slash', () => {
  assert.equal(match(ROUTES, '/')?.route.path, '/');
  assert.equal(match(ROUTES, '/training/new/')?.route.path, '/training/new');
});

test('parameters are decoded', () => {
  assert.deepEqual(match(ROUTES, '/training/jobs/a%20b')?.parameters, { id: 'a b' });
});

test('other paths match nothing', () => {
  assert.equal(match(ROUTES, '/training/jobs'), undefined);
  assert.equal(match(ROUTES, '/training/jobs/1/2'), undefined);
});
