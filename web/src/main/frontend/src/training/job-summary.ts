import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { count, duration, figure, percent } from '../kernel/format.js';
import { base } from '../ui/base.styles.js';
import { fact, notice } from '../ui/parts.js';
import { standing, took } from './job-parts.js';
import { isFinished, type JobError, type TrainingJob } from './training.api.js';

/** Where a job stands: progress, figures of now, and why it failed. */
@customElement('ws-job-summary')
export class JobSummary extends LitElement {
  static override styles = [
    base,
    css`
      pre {
        margin: var(--s2) 0 0;
        max-height: 12rem;
        overflow: auto;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .done {
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) job: TrainingJob | undefined;

  override render() {
    const job = this.job;
    if (job === undefined) return nothing;
    return html`<div class="stack">
      ${job.error === null ? nothing : this.error(job.error, job.resumable)}
      <section class="card stack" aria-label="Progress">
        ${isFinished(job) ? nothing : this.progress(job)}
        <dl class="facts large">
          ${fact('Step', job.totalSteps === null ? count(job.step) : `${count(job.step)} of ${count(job.totalSteps)}`)}
          ${fact('Epoch', job.totalEpochs === null ? figure(job.epoch, 3) : `${figure(job.epoch, 3)} of ${figure(job.totalEpochs, 3)}`)}
          ${fact('Loss', figure(job.loss))} ${fact('Evaluation loss', figure(job.evalLoss))}
          ${fact('Best', job.bestEvalLoss === null ? '—' : `${figure(job.bestEvalLoss)} at ${count(job.bestStep)}`)}
          ${isFinished(job) ? nothing : fact('Tokens/s', figure(job.tokensPerSecond, 3))} ${fact('Time', took(job))}
          ${isFinished(job) ? nothing : fact('Left', job.etaSeconds === null ? '—' : duration(job.etaSeconds))}
        </dl>
      </section>
    </div>`;
  }

  private progress(job: TrainingJob) {
    return html`<div class="stack tight">
      <div class="row apart">
        <span class="done" role="status">${standing(job)}</span><span class="num">${percent(job.progress, 1)}</span>
      </div>
      <progress max="1" .value=${job.progress ?? 0} aria-label="Progress"></progress>
    </div>`;
  }

  private error(error: JobError, resumable: boolean) {
    const tail = typeof error.logTail === 'string' ? error.logTail : error.logTail?.join('\n');
    return notice(
      'danger',
      html`
        <p><strong>${error.message}</strong></p>
        ${resumable ? html`<p>It can be resumed from its last checkpoint.</p>` : nothing}
        ${
          tail == null || tail === ''
            ? nothing
            : html`<details>
                <summary>Last lines of the log</summary>
                <pre>${tail}</pre>
              </details>`
        }
      `,
    );
  }
}
