import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathOf, rightsTo, widest } from './levels.js';
import type { Share, ShareLevel } from './shares.api.js';

const shareOf = (resourceId: string, level: ShareLevel): Share => ({
  id: `${resourceId}-${level}`,
  version: 0,
  workspaceId: 'home',
  resourceType: 'dataset',
  resourceId,
  resourceName: 'Tickets',
  grantee: 'Bob',
  granteeUserId: 'bob',
  granteeWorkspaceId: null,
  level,
  note: null,
  sharedBy: 'Ada',
  createdAt: '2026-01-01T00:00:00Z',
});

test('of several shares of an object the widest counts', () => {
  const shares = [shareOf('a', 'view'), shareOf('a', 'edit'), shareOf('b', 'edit'), shareOf('a', 'comment')];
  assert.equal(widest(shares, 'dataset', 'a')?.level, 'edit');
  assert.equal(widest(shares, 'model', 'a'), undefined);
});

test('members who may write own an object of their workspace, viewers do not', () => {
  assert.deepEqual(rightsTo('w', { id: 'w', mayWrite: true }, undefined), { home: true, own: true, edit: true });
  assert.deepEqual(rightsTo('w', { id: 'w', mayWrite: false }, undefined), { home: true, own: false, edit: false });
});

test('elsewhere only a share to edit allows changes, and never ownership', () => {
  const present = { id: 'mine', mayWrite: true };
  assert.deepEqual(rightsTo('w', present, shareOf('a', 'comment')), { home: false, own: false, edit: false });
  assert.deepEqual(rightsTo('w', present, shareOf('a', 'edit')), { home: false, own: false, edit: true });
});

test("what is somebody else's alone is opened by a share only", () => {
  const present = { id: 'w', mayWrite: true };
  assert.deepEqual(rightsTo('w', present, undefined, true), { home: true, own: false, edit: false });
  assert.deepEqual(rightsTo('w', present, shareOf('a', 'edit'), true), { home: true, own: false, edit: true });
});

test('each kind has its page', () => {
  assert.equal(pathOf('training_job', 'x y'), '/training/jobs/x%20y');
});
