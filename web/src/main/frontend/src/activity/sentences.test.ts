import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deed, linkOf } from './sentences.js';

const of = (action: string, subject: string) => ({
  id: '1',
  action,
  kind: action.split('.')[0] ?? '',
  subject,
  subjectId: '7',
  subjectName: 'Thing',
  actorId: '2',
  actorName: 'Ada',
  at: '2026-01-15T12:00:00Z',
});

test('an action reads as the middle of a sentence', () => {
  assert.equal(deed(of('comment.created', 'dataset')), 'commented on the dataset');
  assert.equal(deed(of('share.created', 'model')), 'shared the model');
  assert.equal(deed(of('training_job.completed', 'training_job')), 'finished the training job');
  assert.equal(deed(of('member.removed', 'user')), 'removed');
  assert.equal(deed(of('invitation.accepted', 'invitation')), 'joined the workspace');
});

test('an action that has no words of its own is read as it is', () => {
  assert.equal(deed(of('dataset.renamed', 'dataset')), 'renamed the dataset');
  assert.equal(deed(of('workspace.archived', 'workspace')), 'archived the workspace');
});

test('what is there has a link', () => {
  assert.equal(linkOf(of('dataset.created', 'dataset')), '/datasets/7');
  assert.equal(linkOf(of('share.created', 'training_job')), '/training/jobs/7');
  assert.equal(linkOf(of('comment.deleted', 'model')), '/models/7');
  assert.equal(linkOf(of('dataset.deleted', 'dataset')), undefined);
  assert.equal(linkOf(of('member.removed', 'user')), undefined);
});
