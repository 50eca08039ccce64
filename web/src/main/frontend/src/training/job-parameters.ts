import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { moment, fact } from '../ui/parts.js';
import { base } from '../ui/base.styles.js';
import { words } from '../kernel/format.js';
import { textOf } from './parameter-values.js';
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
            job.resumedFromJobId === null
              ? nothing
              : fact('Resumed from', html`<a href="/training/jobs/${job.resumedFromJobId}">another job</a>`)
          }
        </dl>
      </section>
      <section class="card" aria-label="Parameters">
        <dl class="facts">${flat(job.parameters).map(([name, value]) => fact(title(name), value))}</dl>
      </section>
    </div>`;
  }
}

function flat(values: Readonly<Record<string, unknown>>, prefix = ''): [string, string][] {
  return Object.entries(values).flatMap(([name, value]): [string, string][] => {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      return flat(value as Record<string, unknown>, `${name} `);
    }
    return [[prefix + name, Array.isArray(value) ? value.join(', ') : textOf(value) || '—']];
  });
}

/** `lora targetModules` → `Lora target modules`. */
const title = (name: string): string =>
  words(name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()).replace(/^Lora/, 'LoRA');
