import { Task } from '@lit/task';
import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { bytes, compact, count, duration, percent } from '../kernel/format.js';
import { ProblemError, isAbort } from '../kernel/problem.js';
import { base } from '../ui/base.styles.js';
import { fact, failed, notice } from '../ui/parts.js';
import { estimate, type Estimate, type StartTraining } from './training.api.js';

const PATIENCE_MS = 400;

/**
 * What a job would need, asked anew when the form rests.
 *
 * @fires refused - When the server refused or took back its refusal; `detail` is the `ProblemError` or undefined.
 */
@customElement('ws-estimate')
export class EstimateCard extends LitElement {
  static override styles = [base];

  @property({ attribute: false }) request: StartTraining | undefined;

  private readonly answer = new Task(this, {
    task: async ([json], { signal }): Promise<Estimate | undefined> => {
      if (json === undefined) return undefined;
      await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
      signal.throwIfAborted();
      return estimate(JSON.parse(json) as StartTraining, signal);
    },
    args: () => [this.request === undefined ? undefined : JSON.stringify(this.request)] as const,
    onComplete: () => this.tell(undefined),
    onError: (failure) => this.tell(failure),
  });

  override render() {
    return html`<section class="card stack" aria-labelledby="estimate" aria-live="polite">
      <h2 id="estimate">Estimate</h2>
      ${this.body()}
    </section>`;
  }

  private body() {
    if (this.request === undefined)
      return html`<p class="muted">Choose a model and a dataset to see what the job needs.</p>`;
    const failure = this.answer.error;
    if (failure instanceof ProblemError && failure.fields.length > 0) {
      return notice('warn', html`${failure.fields.map((it) => html`<p>${it.message}</p>`)}`);
    }
    if (failure !== undefined && !isAbort(failure)) return failed(failure, () => void this.answer.run());
    const it = this.answer.value;
    if (it === undefined)
      return html`<div class="bone tall" role="status"><span class="visually-hidden">Estimating…</span></div>`;
    return this.filled(it);
  }

  private filled(it: Estimate) {
    const share = it.availableMemoryBytes > 0 ? it.memoryBytes / it.availableMemoryBytes : undefined;
    return html`
      <dl class="facts large">
        ${fact('Time', `≈ ${duration(it.seconds)}`)} ${fact('Memory', bytes(it.memoryBytes))}
        ${fact('Steps', count(it.steps))} ${fact('Tokens an epoch', compact(it.tokensPerEpoch))}
      </dl>
      ${
        share === undefined
          ? nothing
          : html`<div class="stack tight">
              <progress max="1" .value=${Math.min(1, share)} aria-label="Share of the free memory"></progress>
              <p class="muted small">${percent(share)} of the ${bytes(it.availableMemoryBytes)} that are free</p>
            </div>`
      }
      ${it.fits ? nothing : notice('danger', 'This does not fit into memory. Choose a smaller batch or shorter examples.')}
      ${it.warnings.map((warning) => notice('warn', warning))}
    `;
  }

  private tell(failure: unknown) {
    const detail = failure instanceof ProblemError ? failure : undefined;
    this.dispatchEvent(new CustomEvent('refused', { detail }));
  }
}
