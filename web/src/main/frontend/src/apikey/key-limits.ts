import { Task } from '@lit/task';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { ProblemError } from '../kernel/problem.js';
import { listModels } from '../model/models.api.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { field } from '../ui/parts.js';
import type { ApiKey, KeySettings } from './api-keys.api.js';
import { entriesOf } from './key-words.js';

/** What a key is held to besides its scopes: where from, which models, how often, how much. */
@customElement('ws-key-limits')
export class KeyLimits extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      summary {
        cursor: pointer;
        font-weight: 560;
      }
      details > .stack {
        margin-top: var(--s3);
      }
      .models {
        max-height: 10rem;
        overflow-y: auto;
      }
    `,
  ];

  @property({ attribute: false }) edited: ApiKey | undefined;
  @property({ attribute: false }) failure: unknown;
  @query('#networks') private readonly networks!: HTMLTextAreaElement;
  @query('#rate') private readonly rate!: HTMLInputElement;
  @query('#budget') private readonly budget!: HTMLInputElement;

  private readonly models = new Task(this, {
    task: async (_: readonly never[], { signal }) => (await listModels({ limit: 100 }, signal)).items,
    args: () => [] as const,
  });

  get value(): Pick<KeySettings, 'networks' | 'models' | 'requestsPerMinute' | 'monthlyTokens'> {
    const boxes = [...this.renderRoot.querySelectorAll<HTMLInputElement>('.models input:checked')];
    return {
      networks: entriesOf(this.networks.value),
      models: boxes.map((box) => box.value),
      requestsPerMinute: this.rate.value === '' ? null : Number(this.rate.value),
      monthlyTokens: this.budget.value === '' ? null : Number(this.budget.value),
    };
  }

  override render() {
    const it = this.edited;
    const limited =
      it !== undefined &&
      (it.networks.length > 0 || it.models.length > 0 || it.requestsPerMinute !== null || it.monthlyTokens !== null);
    return html`<details ?open=${limited || this.failure instanceof ProblemError}>
      <summary>More limits</summary>
      <div class="stack">
        ${field({
          id: 'networks',
          label: 'Networks',
          control: html`<textarea
            id="networks"
            rows="2"
            aria-describedby="networks-hint"
            .value=${it?.networks.join('\n') ?? ''}
          ></textarea>`,
          hint: 'Addresses or networks such as 10.1.0.0/16, one a line. Empty: from everywhere.',
          error: this.refused('/networks'),
        })}
        ${this.choice()}
        ${field({
          id: 'rate',
          label: 'Requests per minute',
          control: html`<input
            id="rate"
            type="number"
            min="1"
            max="1000000"
            aria-describedby="rate-hint"
            .value=${it?.requestsPerMinute?.toString() ?? ''}
          />`,
          hint: 'Empty: as many as this installation allows.',
          error: this.refused('/requestsPerMinute'),
        })}
        ${field({
          id: 'budget',
          label: 'Tokens per month',
          control: html`<input
            id="budget"
            type="number"
            min="1"
            max="1000000000000"
            aria-describedby="budget-hint"
            .value=${it?.monthlyTokens?.toString() ?? ''}
          />`,
          hint: 'Of prompts and answers, in a calendar month of UTC. Empty: any number.',
          error: this.refused('/monthlyTokens'),
        })}
      </div>
    </details>`;
  }

  /** Models that the key is held to already stay in the list, even when they are gone. */
  private choice() {
    const held = this.edited?.models ?? [];
    const names = new Set([...held, ...(this.models.value ?? []).map((it) => it.name)]);
    if (names.size === 0) return nothing;
    return html`<fieldset>
      <legend>Models</legend>
      <p class="small muted">None chosen: it may ask all of them.</p>
      <div class="models" tabindex="0" role="group" aria-label="Models">
        ${[...names].map(
          (name) =>
            html`<label class="check">
              <input type="checkbox" value=${name} ?checked=${held.includes(name)} />${name}
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  private refused(pointer: string): string | undefined {
    if (!(this.failure instanceof ProblemError)) return undefined;
    return this.failure.fields.find((it) => it.pointer.startsWith(pointer))?.message;
  }
}
