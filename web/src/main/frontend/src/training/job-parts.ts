import { html, nothing } from 'lit';
import { count, duration } from '../kernel/format.js';
import { badge } from '../ui/parts.js';
import type { TrainingJob } from './training.api.js';

/** Pieces of a job that the list, the page and the home page share. */
const PHASES: Record<string, string> = {
  loading_model: 'Loading the model',
  tokenizing: 'Reading the dataset',
  training: 'Training',
  evaluating: 'Evaluating',
  saving: 'Saving',
};

export const jobBadge = (job: TrainingJob) => badge(job.status);

/** One line on where a job is. */
export function standing(job: TrainingJob): string {
  switch (job.status) {
    case 'queued':
      return job.queuePosition === null ? 'Waiting for its turn' : `Number ${job.queuePosition} in the queue`;
    case 'pending':
      return 'Starting';
    case 'running':
      if (job.cancelRequested) return 'Stopping after this step';
      return PHASES[job.phase ?? ''] ?? 'Training';
    case 'failed':
      return job.error?.message ?? 'Failed';
    case 'completed':
      return `${count(job.step)} steps in ${took(job)}`;
    default:
      return job.step === null ? '' : `Stopped at step ${count(job.step)}`;
  }
}

export function took(job: TrainingJob, now = Date.now()): string {
  if (job.startedAt === null) return '—';
  const end = job.finishedAt === null ? now : Date.parse(job.finishedAt);
  return duration((end - Date.parse(job.startedAt)) / 1000);
}

export const jobProgress = (job: TrainingJob) =>
  job.status === 'running' || job.status === 'pending'
    ? html`<progress max="1" .value=${job.progress ?? 0} aria-label="Progress of ${job.name}"></progress>`
    : nothing;
