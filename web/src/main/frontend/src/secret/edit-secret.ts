import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ProblemError, explain } from '../kernel/problem.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/dialog.js';
import { field, notice } from '../ui/parts.js';
import './metadata-fields.js';
import type { MetadataFields } from './metadata-fields.js';
import { oddity } from './paste.js';
import { createSecret, listProviders, replaceSecret, type OwnerKind, type Secret } from './secrets.api.js';

/**
 * The dialog that adds a secret, or replaces the one that it is given.
 *
 * @fires saved - When the server has it; `detail` is the secret without its value.
 * @fires closed - When the dialog was closed.
 */
@customElement('ws-edit-secret')
export class EditSecret extends LitElement {
  static override styles = [base, controls];

  @property() owner: OwnerKind = 'person';
  @property({ attribute: false }) secret: Secret | undefined;
  @state() private providers: readonly string[] = [];
  @state() private failure: unknown;
  @state() private odd: string | undefined;
  @state() private busy = false;

  override connectedCallback() {
    super.connectedCallback();
    // The list only saves typing: any name may be used, so its failure is nothing to stop for.
    listProviders().then(
      (known) => (this.providers = known),
      () => undefined,
    );
  }

  override render() {
    const { secret } = this;
    const heading = secret === undefined ? 'Add a secret' : `Replace ${secret.provider}`;
    return html`<ws-dialog .heading=${heading} open @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}>
      <form id="form" class="stack" autocomplete="off" @submit=${this.submit}>
        ${this.failure === undefined ? nothing : notice('danger', explain(this.failure))}
        ${secret === undefined ? this.provider() : nothing} ${this.value()}
        ${field({
          id: 'description',
          label: 'Description',
          control: html`<input
            id="description"
            name="description"
            maxlength="500"
            autocomplete="off"
            .value=${secret?.description ?? ''}
          />`,
          error: this.problem('/description'),
        })}
        <ws-metadata-fields .metadata=${secret?.metadata ?? {}}></ws-metadata-fields>
      </form>
      <button slot="actions" class="btn primary" ?disabled=${this.busy} @click=${this.submit}>
        ${secret === undefined ? 'Add secret' : 'Replace'}
      </button>
    </ws-dialog>`;
  }

  private provider() {
    return field({
      id: 'provider',
      label: 'Provider',
      control: html`<input
          id="provider"
          name="provider"
          list="providers"
          required
          maxlength="64"
          pattern="[a-z0-9][a-z0-9._\\-]*"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          aria-describedby="provider-hint"
        /><datalist id="providers">${this.providers.map((name) => html`<option value=${name}></option>`)}</datalist>`,
      hint: 'One of the list or a name of your own: small letters, digits, dots and dashes.',
      error: this.problem('/provider'),
    });
  }

  private value() {
    const kept = this.secret !== undefined;
    return field({
      id: 'value',
      label: kept ? 'New value' : 'Value',
      control: html`<input
        id="value"
        name="value"
        type="password"
        ?required=${!kept}
        maxlength="8192"
        autocomplete="off"
        spellcheck="false"
        aria-describedby="value-hint"
        @input=${(event: Event) => (this.odd = oddity((event.target as HTMLInputElement).value))}
      />`,
      hint: kept ? 'Left empty, the stored value stays.' : 'It is stored encrypted and never shown again.',
      error: this.problem('/value') ?? this.odd,
    });
  }

  private problem(pointer: string): string | undefined {
    return this.failure instanceof ProblemError ? this.failure.field(pointer) : undefined;
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault();
    const form = this.renderRoot.querySelector<HTMLFormElement>('#form');
    if (this.busy || form?.reportValidity() !== true) return;
    this.busy = true;
    try {
      const detail = await this.save(new FormData(form));
      this.dispatchEvent(new CustomEvent('saved', { detail }));
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  };

  private save(form: FormData): Promise<Secret> {
    const text = (name: string) => {
      const entry = form.get(name);
      return typeof entry === 'string' ? entry : '';
    };
    const metadata = this.renderRoot.querySelector<MetadataFields>('ws-metadata-fields')?.fields ?? {};
    const description = text('description');
    return this.secret === undefined
      ? createSecret({ owner: this.owner, provider: text('provider'), value: text('value'), description, metadata })
      : replaceSecret(this.secret, { value: text('value') || null, description, metadata });
  }
}
