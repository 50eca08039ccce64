import type { Dataset } from '../dataset/datasets.api.js';
import type { Model } from '../model/models.api.js';
import type { TrainingJob } from '../training/training.api.js';

/** What the server holds, as far as the first steps look at it. */
export interface Holdings {
  readonly models: readonly Model[];
  readonly datasets: readonly Dataset[];
  readonly jobs: readonly TrainingJob[];
}

export interface Step {
  readonly title: string;
  readonly text: string;
  readonly done: boolean;
  readonly href: string;
  readonly action: string;
}

/** The way from nothing to a chat with a tuned model; a step is ticked by what is really there. */
export function firstSteps({ models, datasets, jobs }: Holdings): readonly Step[] {
  const model = models.find((it) => it.kind === 'base' && it.status === 'ready');
  const importing = models.some((it) => it.kind === 'base' && it.status === 'importing');
  const dataset = datasets.find((it) => it.status === 'ready');
  const tuned = models.find((it) => it.kind === 'adapter' && it.status === 'ready');
  const running = jobs.find((it) => ['queued', 'pending', 'running'].includes(it.status));
  const completed = jobs.some((it) => it.status === 'completed');
  return [
    {
      title: 'A base model',
      text:
        model === undefined
          ? importing
            ? 'The starter model is being prepared.'
            : 'Bring a model to start from.'
          : `${model.displayName ?? model.name} is ready.`,
      done: model !== undefined,
      href: model === undefined && !importing ? '/models?import=1' : '/models',
      action: model === undefined && !importing ? 'Import a model' : 'See models',
    },
    {
      title: 'A dataset',
      text: dataset === undefined ? 'Add one of the examples below, or upload your own.' : `${dataset.name} is ready.`,
      done: dataset !== undefined,
      href: dataset === undefined ? '/datasets?upload=1' : `/datasets/${dataset.id}`,
      action: dataset === undefined ? 'Upload a dataset' : 'Look at it',
    },
    {
      title: 'A training job',
      text: completed
        ? 'A job has been completed.'
        : running === undefined
          ? 'Teach the model what the dataset shows.'
          : `${running.name} is under way.`,
      done: completed,
      href: running === undefined ? newJob(model, dataset) : `/training/jobs/${running.id}`,
      action: running === undefined ? 'Start training' : 'Watch it',
    },
    {
      title: 'A conversation',
      text:
        tuned === undefined
          ? 'Talk to the tuned model once it is there; the base model answers already.'
          : `${tuned.displayName ?? tuned.name} is ready to talk.`,
      done: tuned !== undefined,
      href: tuned === undefined ? '/chat' : `/chat?model=${tuned.id}`,
      action: 'Open chat',
    },
  ];
}

function newJob(model: Model | undefined, dataset: Dataset | undefined): string {
  const query = new URLSearchParams();
  if (model !== undefined) query.set('model', model.id);
  if (dataset !== undefined) query.set('dataset', dataset.id);
  const search = query.toString();
  return search === '' ? '/training/new' : `/training/new?${search}`;
}
