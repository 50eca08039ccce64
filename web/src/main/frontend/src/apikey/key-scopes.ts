import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { session } from '../kernel/session.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import type { Scope } from './api-keys.api.js';
import { SCOPES } from './key-words.js';

/** The scopes of a key, each with what it allows. */
@customElement('ws-key-scopes')
export class KeyScopes extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .check {
        align-items: flex-start;
        padding: 3px 0;
      }
      .check input {
        margin-top: 3px;
      }
      .hint,
      .error {
        display: block;
        font-size: 0.8125rem;
      }
      .hint {
        color: var(--text-2);
      }
      .error {
        color: var(--danger);
      }
    `,
  ];

  /** Those that are chosen in the beginning. */
  @property({ attribute: false }) chosen: readonly Scope[] = [];
  @state() private now: readonly Scope[] | undefined;
  @state() private missing = false;

  get value(): readonly Scope[] {
    return this.now ?? this.chosen;
  }

  /** Whether one is chosen at least; says so otherwise. */
  reportValidity(): boolean {
    this.missing = this.value.length === 0;
    return !this.missing;
  }

  override render() {
    const offered = SCOPES.filter(([scope]) => scope !== 'admin' || session.isAdmin);
    return html`<fieldset aria-describedby="missing">
      <legend>Scopes</legend>
      ${offered.map(([scope, name, text]) => this.option(scope, name, text))}
      <div id="missing">
        ${this.missing ? html`<span class="error" role="alert">Choose one at least.</span>` : nothing}
      </div>
    </fieldset>`;
  }

  private option(scope: Scope, name: string, text: string) {
    return html`<label class="check">
      <input
        type="checkbox"
        .checked=${this.value.includes(scope)}
        @change=${(event: Event) => this.set(scope, (event.target as HTMLInputElement).checked)}
      />
      <span>${name}<span class="hint">${text}</span></span>
    </label>`;
  }

  private set(scope: Scope, on: boolean) {
    this.now = on ? [...this.value, scope] : this.value.filter((it) => it !== scope);
    this.missing = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ws-key-scopes': KeyScopes;
  }
}
