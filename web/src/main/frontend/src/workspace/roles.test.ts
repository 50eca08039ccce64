import assert from 'node:assert/strict';
import { test } from 'node:test';
import { administers, rolesToInvite, rolesUnder } from './roles.js';

test('an administrator looks after members and viewers only', () => {
  assert.deepEqual(rolesUnder('admin'), ['member', 'viewer']);
  assert.deepEqual(rolesToInvite('admin'), ['member', 'viewer']);
});

test('an owner decides about all, and invites nobody to be an owner', () => {
  assert.deepEqual(rolesUnder('owner'), ['owner', 'admin', 'member', 'viewer']);
  assert.deepEqual(rolesToInvite('owner'), ['admin', 'member', 'viewer']);
});

test('members and viewers look after nobody', () => {
  assert.equal(administers('member'), false);
  assert.equal(administers('viewer'), false);
});
