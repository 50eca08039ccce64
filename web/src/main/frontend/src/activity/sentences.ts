import type { Activity } from './activity.api.js';

const NOUNS: Record<string, string> = {
  dataset: 'the dataset',
  training_job: 'the training job',
  model: 'the model',
  training_configuration: 'the training configuration',
  conversation: 'the conversation',
  workspace: 'the workspace',
  user: '',
  invitation: '',
};

/** What somebody did, to be followed by what it was done to. */
const VERBS: Record<string, string> = {
  'comment.created': 'commented on',
  'comment.edited': 'edited a comment on',
  'comment.deleted': 'deleted a comment on',
  'conversation.continued': 'went on with',
  'dataset.version_added': 'added a version to',
  'invitation.accepted': 'joined the workspace',
  'member.changed': 'changed the role of',
  'member.removed': 'removed',
  'share.created': 'shared',
  'share.changed': 'changed who may use',
  'share.removed': 'stopped sharing',
  'training_job.created': 'started',
  'training_job.completed': 'finished',
  'training_job.failed': 'could not finish',
  'workspace.exported': 'exported',
  'workspace.plan_changed': 'changed the plan of',
  'workspace.transferred': 'handed the workspace to',
};

/** The middle of a sentence: `Ada` *commented on the dataset* `Support triage`. */
export function deed(it: Activity): string {
  const verb = VERBS[it.action] ?? (it.action.split('.')[1] ?? it.action).replaceAll('_', ' ');
  const noun = NOUNS[it.subject] ?? it.subject.replaceAll('_', ' ');
  return noun === '' ? verb : `${verb} ${noun}`;
}

/** Where the thing is shown; nowhere once it is deleted. */
export function linkOf(it: Activity): string | undefined {
  if (
    it.subjectId === null ||
    /^(conversation|dataset|model|training_configuration|training_job)\.deleted$/.test(it.action)
  )
    return undefined;
  switch (it.subject) {
    case 'dataset':
      return `/datasets/${it.subjectId}`;
    case 'training_job':
      return `/training/jobs/${it.subjectId}`;
    case 'training_configuration':
      return `/training/configs/${it.subjectId}`;
    case 'conversation':
      return `/chat/${it.subjectId}`;
    case 'model':
      return `/models/${it.subjectId}`;
    default:
      return undefined;
  }
}
