import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ViewActions } from '../kernel/actions.js';
import { duration, figure } from '../kernel/format.js';
import { LiveTopic, type LiveEvent } from '../kernel/live.js';
import { navigate } from '../kernel/router.js';
import { session } from '../kernel/session.js';
import { icon } from '../ui/icons.js';
import { PagedList } from '../ui/paged-list.js';
import { empty, moment, pageHeader } from '../ui/parts.js';
import { table, type Column } from '../ui/table.js';
import { View } from '../ui/view.js';
import { jobBadge, jobProgress, standing } from './job-parts.js';
import { listJobs, type TrainingJob } from './training.api.js';

const COLUMNS: readonly Column<TrainingJob>[] = [
  {
    name: 'Name',
    kind: 'title',
    cell: (job) => html`<a href="/training/jobs/${job.id}">${job.name}</a>`,
  },
  { name: 'Status', cell: jobBadge },
  {
    name: 'Progress',
    cell: (job) =>
      html`<div class="standing"><span class="muted small">${standing(job)}</span>${jobProgress(job)}</div>`,
  },
  { name: 'Model', cell: (job) => job.modelName },
  { name: 'Dataset', cell: (job) => job.datasetName },
  { name: 'Loss', kind: 'end', cell: (job) => figure(job.evalLoss ?? job.loss) },
  { name: 'Left', kind: 'end', cell: (job) => (job.status === 'running' ? duration(job.etaSeconds) : '—') },
  { name: 'Created', cell: (job) => moment(job.createdAt) },
];

/** The training jobs of the workspace, newest first, kept up to date. */
@customElement('ws-training-jobs')
export class TrainingJobs extends View {
  static override styles = [
    ...View.styles,
    css`
      .standing {
        display: grid;
        gap: 6px;
        min-width: 9rem;
        max-width: 18rem;
      }
    `,
  ];

  private readonly jobs = new PagedList<TrainingJob>(this, listJobs);

  constructor() {
    super();
    new LiveTopic(this, () => 'training_jobs', {
      onEvent: (event) => this.changed(event),
      onRefetch: () => this.jobs.reload(),
    });
    new ViewActions(this, () => [
      {
        id: 'jobs.new',
        title: 'New training job',
        group: 'This page',
        keys: 'n',
        run: () => navigate('/training/new'),
      },
    ]);
  }

  override render() {
    const start = session.mayWrite
      ? html`<a class="btn primary" href="/training/new">${icon('plus')}New training job</a>`
      : nothing;
    return html`<div class="stack wide">
      ${pageHeader({ title: 'Training', lead: 'Each job runs in a process of its own and survives a restart.', actions: html`<a class="btn" href="/training/configs">Configurations</a>${start}` })}
      ${this.jobs.render(
        'training jobs',
        (jobs) => html`<div class="card flush">${table('Training jobs', COLUMNS, jobs, (job) => job.id)}</div>`,
        () =>
          html`<div class="card">
            ${empty('training', 'No training jobs yet', 'Choose a base model and a dataset; the defaults do the rest.', start)}
          </div>`,
      )}
    </div>`;
  }

  private changed(event: LiveEvent) {
    const job = event.data as TrainingJob;
    if (!this.jobs.replace(job, (other) => other.id === job.id)) this.jobs.reload();
  }
}
