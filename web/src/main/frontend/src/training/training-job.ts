import { Task } from '@lit/task';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { curl } from '../kernel/curl.js';
import { LiveTopic } from '../kernel/live.js';
import { navigate } from '../kernel/router.js';
import { ObjectRights } from '../sharing/object-rights.js';
import '../sharing/share-dialog.js';
import type { Resource } from '../sharing/shares.api.js';
import { ask } from '../ui/confirm.js';
import '../ui/copy-button.js';
import { icon } from '../ui/icons.js';
import { pageHeader } from '../ui/parts.js';
import { toast, toastFailure } from '../ui/toasts.js';
import { View, reading } from '../ui/view.js';
import '../comment/comments.js';
import './job-charts.js';
import './job-checkpoints.js';
import { jobBadge } from './job-parts.js';
import './job-parameters.js';
import './job-summary.js';
import './log-tail.js';
import { cancelJob, isFinished, readJob, resumeJob, type TrainingJob } from './training.api.js';

const TABS = [
  ['charts', 'Charts'],
  ['log', 'Log'],
  ['checkpoints', 'Checkpoints'],
  ['parameters', 'Parameters'],
  ['comments', 'Comments'],
] as const;

/** One training job, live. The tab stands in the address. */
@customElement('ws-training-job')
export class TrainingJobPage extends View {
  @property() jobId = '';
  @state() private sharing = false;

  /** The newest state: what was read, or what came live after it. */
  private newest: TrainingJob | undefined;

  private readonly job = new Task(this, {
    task: async ([id], { signal }) => (this.newest = await readJob(id, signal)),
    args: () => [this.jobId] as const,
  });

  private readonly access = new ObjectRights(this, () => this.resource);

  constructor() {
    super();
    // A shared job lives in another workspace, which is known once the job is read.
    const topic = () => (this.newest === undefined ? undefined : `training_jobs/${this.jobId}`);
    new LiveTopic(
      this,
      topic,
      {
        onEvent: (event) => {
          if (event.event === 'status') this.show(event.data as TrainingJob);
        },
        onRefetch: () => void this.job.run(),
      },
      () => this.newest?.workspaceId ?? '',
    );
  }

  private get resource(): Resource | undefined {
    const it = this.newest;
    return it === undefined
      ? undefined
      : { type: 'training_job', id: it.id, name: it.name, workspaceId: it.workspaceId };
  }

  override render() {
    return html`<div class="stack wide">
      ${reading(this.job, 'the training job', (read) => this.filled(this.newest ?? read))}
    </div>`;
  }

  private filled(job: TrainingJob) {
    this.name(job.name);
    // A notification leads to a comment, whatever tab it stands in.
    const wanted = this.query.get('tab') ?? (this.query.has('comment') ? 'comments' : 'charts');
    return html`
      ${pageHeader({
        title: job.name,
        crumb: { href: '/training', title: 'Training' },
        beside: jobBadge(job),
        lead: this.access.rights.home
          ? html`${job.modelName} on <a href="/datasets/${job.datasetId}">${job.datasetName}</a>`
          : `${job.modelName} on ${job.datasetName}`,
        actions: this.actions(job),
      })}
      ${this.access.notice()}
      <ws-job-summary .job=${job}></ws-job-summary>
      <nav class="tabs" aria-label="Parts of the job">
        ${TABS.map(
          ([tab, title]) =>
            html`<a href="/training/jobs/${job.id}?tab=${tab}" aria-current=${tab === wanted ? 'page' : nothing}
              >${title}</a
            >`,
        )}
      </nav>
      ${this.body(wanted, job)}
      ${
        this.sharing
          ? html`<ws-share-dialog .resource=${this.resource} @closed=${() => (this.sharing = false)}></ws-share-dialog>`
          : nothing
      }
    `;
  }

  private actions(job: TrainingJob) {
    const { modelId, datasetId, evalDatasetId, parameters } = job;
    const body = { modelId, datasetId, ...(evalDatasetId === null ? {} : { evalDatasetId }), parameters };
    return html`
      ${
        job.adapterModelId === null || !this.access.rights.home
          ? nothing
          : html`<a class="btn primary" href="/chat?model=${job.adapterModelId}">${icon('chat')}Open in chat</a>`
      }
      ${
        job.resumable && this.access.rights.own
          ? html`<button class="btn primary" @click=${() => this.resume(job)}>${icon('play')}Resume</button>`
          : nothing
      }
      ${
        isFinished(job)
          ? this.again(job)
          : this.access.rights.edit
            ? html`<button class="btn danger" ?disabled=${job.cancelRequested} @click=${() => this.cancel(job)}>
                ${icon('stop')}Cancel
              </button>`
            : nothing
      }
      ${this.access.button(() => (this.sharing = true))}
      <ws-copy-button label="Copy as curl" .text=${() => curl('POST', '/api/training/jobs', body)}></ws-copy-button>
    `;
  }

  private again(job: TrainingJob) {
    if (!this.access.rights.own) return nothing;
    return html`<a class="btn" href=${`/training/new?from=${job.id}&model=${job.modelId}&dataset=${job.datasetId}`}>
      ${icon('retry')}Train again
    </a>`;
  }

  private body(tab: string, job: TrainingJob) {
    switch (tab) {
      case 'log':
        return html`<ws-log-tail .jobId=${job.id} .workspaceId=${job.workspaceId}></ws-log-tail>`;
      case 'checkpoints':
        return html`<ws-job-checkpoints .jobId=${job.id} .workspaceId=${job.workspaceId}></ws-job-checkpoints>`;
      case 'comments':
        return html`<ws-comments resourceType="training_job" .resourceId=${job.id}></ws-comments>`;
      case 'parameters':
        return html`<ws-job-parameters .job=${job}></ws-job-parameters>`;
      default:
        return html`<ws-job-charts .jobId=${job.id} .workspaceId=${job.workspaceId}></ws-job-charts>`;
    }
  }

  private show(job: TrainingJob) {
    if (this.newest !== undefined && job.version < this.newest.version) return;
    this.newest = job;
    this.requestUpdate();
  }

  private async cancel(job: TrainingJob) {
    const text = 'The job saves a checkpoint after the present step and stops. It can be resumed later.';
    if (!(await ask({ title: 'Cancel this training job?', text, confirm: 'Stop training', danger: true }))) return;
    try {
      this.show(await cancelJob(job.id));
      toast('The job is being cancelled.', 'info');
    } catch (failure) {
      toastFailure(failure);
    }
  }

  private async resume(job: TrainingJob) {
    try {
      const resumed = await resumeJob(job.id);
      toast(`${resumed.name} goes on where it stopped.`);
      navigate(`/training/jobs/${resumed.id}`);
    } catch (failure) {
      toastFailure(failure);
    }
  }
}
