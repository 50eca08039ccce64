import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { formText } from '../kernel/form-text.js';
import { ProblemError, explain } from '../kernel/problem.js';
import { session } from '../kernel/session.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/dialog.js';
import { field, notice } from '../ui/parts.js';
import { toast } from '../ui/toasts.js';
import { changeKey, createKey, type ApiKey, type KeyKind, type KeySettings } from './api-keys.api.js';
import './key-limits.js';
import type { KeyLimits } from './key-limits.js';
import './key-scopes.js';
import type { KeyScopes } from './key-scopes.js';
import { KIND_NAME, KIND_TEXT, LIVES, endAfter } from './key-words.js';

const KEEP = 'keep';

/**
 * Makes a key, or changes what it is called and held to.
 *
 * @fires made - When it was made; `detail` has its text.
 * @fires changed - When it was changed; `detail` is the key.
 * @fires closed - When the dialog was closed.
 */
@customElement('ws-edit-api-key')
export class EditApiKey extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      ws-dialog {
        --dialog-width: 38rem;
      }
    `,
  ];

  /** The key to change; none makes a new one. */
  @property({ attribute: false }) edited: ApiKey | undefined;
  @state() private kind: KeyKind = 'api_key';
  @state() private failure: unknown;
  @state() private busy = false;
  @query('form') private readonly form!: HTMLFormElement;
  @query('ws-key-scopes') private readonly scopes!: KeyScopes | null;
  @query('ws-key-limits') private readonly limits!: KeyLimits;

  override render() {
    const it = this.edited;
    return html`<ws-dialog
      heading=${it === undefined ? 'Create an API key' : `Edit “${it.name}”`}
      open
      @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}
    >
      <form class="stack" @submit=${this.submit}>
        ${this.failure === undefined || this.problem('/name') !== undefined ? nothing : notice('danger', explain(this.failure))}
        ${field({
          id: 'name',
          label: 'Name',
          control: html`<input
            id="name"
            name="name"
            required
            maxlength="100"
            autocomplete="off"
            aria-describedby="name-hint"
            .value=${it?.name ?? ''}
          />`,
          hint: 'What it is for, so that you know later whether it can go.',
          error: this.problem('/name'),
        })}
        ${it === undefined ? this.kinds() : nothing}
        ${
          (it?.kind ?? this.kind) === 'publishable_key'
            ? nothing
            : html`<ws-key-scopes .chosen=${it?.scopes ?? ['read']}></ws-key-scopes>`
        }
        ${this.life(it)}
        <ws-key-limits .edited=${it} .failure=${this.failure}></ws-key-limits>
      </form>
      <button slot="actions" class="btn primary" ?disabled=${this.busy} @click=${this.submit}>
        ${it === undefined ? 'Create key' : 'Save'}
      </button>
    </ws-dialog>`;
  }

  /** Keys for servers and pages are made by administrators of the workspace. */
  private kinds() {
    if (!['owner', 'admin'].includes(session.workspace?.role ?? '') || !session.mayWrite) return nothing;
    return field({
      id: 'kind',
      label: 'Kind',
      control: html`<select
        id="kind"
        aria-describedby="kind-hint"
        @change=${(event: Event) => (this.kind = (event.target as HTMLSelectElement).value as KeyKind)}
      >
        ${Object.entries(KIND_NAME).map(([kind, name]) => html`<option value=${kind}>${name}</option>`)}
      </select>`,
      hint: KIND_TEXT[this.kind],
    });
  }

  private life(it: ApiKey | undefined) {
    return field({
      id: 'life',
      label: 'Expires',
      control: html`<select id="life" name="life" aria-describedby="life-hint">
        ${it?.expiresAt == null ? nothing : html`<option value=${KEEP}>As it is</option>`}
        ${LIVES.map(
          ([days, text]) =>
            html`<option value=${days} ?selected=${it?.expiresAt == null && days === 90}>
              ${days === 0 ? text : `In ${text.toLowerCase()}`}
            </option>`,
        )}
      </select>`,
      hint: 'No key is for ever: an administrator decides how long it may live.',
      error: this.problem('/expiresAt'),
    });
  }

  private problem(pointer: string): string | undefined {
    return this.failure instanceof ProblemError ? this.failure.field(pointer) : undefined;
  }

  private settings(): KeySettings {
    const life = formText(this.form, 'life');
    return {
      name: formText(this.form, 'name'),
      ...(this.scopes === null ? {} : { scopes: this.scopes.value }),
      ...this.limits.value,
      expiresAt: life === KEEP ? (this.edited?.expiresAt ?? null) : endAfter(Number(life)),
    };
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault();
    if (this.busy || !this.form.reportValidity() || this.scopes?.reportValidity() === false) return;
    this.busy = true;
    this.failure = undefined;
    try {
      if (this.edited === undefined) this.fire('made', await createKey(this.kind, this.settings()));
      else {
        this.fire('changed', await changeKey(this.edited, this.settings()));
        toast('The key is changed.');
      }
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  };

  private fire(name: string, detail: unknown) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
