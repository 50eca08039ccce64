import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { moment, fact } from '../ui/parts.js';
import { base } from '../ui/base.styles.js';
import { parameterFacts } from './parameter-facts.js';
import type { TrainingJob } from './training.api.js';

/** What a job was told: model, dataset and every parameter as resolved. */
@customElement('ws-job-parameters')
export class JobParameters extends LitElement {
  static override styles = [base];

  @property({ attribute: false }) job: TrainingJob | undefined;

  override render() {
    const job = this.job;
    if (job === undefined) return nothing;
    return html`<div class="stack">
      <section class="card" aria-label="Origin">
        <dl class="facts">
          ${fact('Model', html`<a href="/models/${job.modelId}">${job.modelName}</a>`)}
          ${fact('Dataset', html`<a href="/datasets/${job.datasetId}">${job.datasetName}</a>`)}
          ${fact('Dataset version', job.datasetVersion ?? '—')} ${fact('Created', moment(job.createdAt))}
          ${fact('Started', moment(job.startedAt))} ${fact('Finished', moment(job.finishedAt))}
          ${
            job.configurationId === null
              ? nothing
              : fact('Began with', html`<a href="/training/configs/${job.configurationId}">a configuration</a>`)
          }
          ${
            job.resumedFromJobId === null
              ? nothing
              : fact('Resumed from', html`<a href="/training/jobs/${job.resumedFromJobId}">another job</a>`)
          }
        </dl>
      </section>
      <section class="card" aria-label="Parameters">${parameterFacts(job.parameters)}</section>
    </div>`;
  }
}
