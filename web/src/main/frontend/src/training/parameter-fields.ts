import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { words } from '../kernel/format.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { field } from '../ui/parts.js';
import { check, textOf, type Typed } from './parameter-values.js';
import type { Parameter } from './training.api.js';

/**
 * The fields of a group of hyperparameters: each with its explanation, its default and what is wrong with it.
 *
 * @fires typed - When a value changed; `detail` has `name` and `text`.
 */
@customElement('ws-parameter-fields')
export class ParameterFields extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
        gap: var(--s4) var(--s5);
      }
      .all {
        grid-column: 1 / -1;
      }
      .modules {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s1) var(--s4);
      }
    `,
  ];

  @property({ attribute: false }) parameters: readonly Parameter[] = [];
  @property({ attribute: false }) typed: Typed = {};
  /** What the server said about a parameter, by name. */
  @property({ attribute: false }) problems: Readonly<Record<string, string>> = {};

  override render() {
    return html`<div class="grid">${this.parameters.map((it) => this.draw(it))}</div>`;
  }

  private draw(it: Parameter) {
    if (it.type === 'boolean') return this.checkbox(it);
    if (it.type === 'modules') return this.modules(it);
    return field({
      id: it.name,
      label: it.title,
      control: it.type === 'choice' ? this.choice(it) : this.number(it),
      hint: it.description,
      error: this.problem(it),
    });
  }

  private number(it: Parameter) {
    const fallback = textOf(it.default);
    return html`<input
      id=${it.name}
      inputmode=${it.type === 'integer' ? 'numeric' : 'decimal'}
      autocomplete="off"
      spellcheck="false"
      placeholder=${fallback === '' ? 'none' : fallback}
      .value=${this.typed[it.name] ?? ''}
      aria-describedby="${it.name}-hint"
      aria-invalid=${this.problem(it) !== undefined}
      @input=${(event: Event) => this.tell(it, (event.target as HTMLInputElement).value)}
    />`;
  }

  private choice(it: Parameter) {
    const value = this.value(it);
    return html`<select
      id=${it.name}
      aria-describedby="${it.name}-hint"
      @change=${(event: Event) => this.tell(it, (event.target as HTMLSelectElement).value)}
    >
      ${(it.choices ?? []).map(
        (choice) => html`<option value=${choice} ?selected=${choice === value}>${words(choice)}</option>`,
      )}
    </select>`;
  }

  private checkbox(it: Parameter) {
    return html`<div class="field">
      <label class="check">
        <input
          type="checkbox"
          .checked=${this.value(it) === 'true'}
          aria-describedby="${it.name}-hint"
          @change=${(event: Event) => this.tell(it, String((event.target as HTMLInputElement).checked))}
        />
        ${it.title}
      </label>
      <span id="${it.name}-hint" class="hint">${it.description}</span>
    </div>`;
  }

  private modules(it: Parameter) {
    const chosen = this.value(it).split(',');
    const known = it.choices ?? (Array.isArray(it.default) ? it.default.map(String) : []);
    const toggle = (module: string, on: boolean) =>
      this.tell(it, known.filter((other) => (other === module ? on : chosen.includes(other))).join(','));
    return html`<fieldset class="field all">
      <legend>${it.title}</legend>
      <div class="modules">
        ${known.map(
          (module) =>
            html`<label class="check">
              <input
                type="checkbox"
                .checked=${chosen.includes(module)}
                @change=${(event: Event) => toggle(module, (event.target as HTMLInputElement).checked)}
              />
              <code>${module}</code>
            </label>`,
        )}
      </div>
      <span class="hint">${it.description}</span>
      ${this.problem(it) === undefined ? nothing : html`<span class="error" role="alert">${this.problem(it)}</span>`}
    </fieldset>`;
  }

  private value(it: Parameter): string {
    return this.typed[it.name] ?? textOf(it.default);
  }

  private problem(it: Parameter): string | undefined {
    return check(it, this.typed[it.name]) ?? this.problems[it.name];
  }

  private tell(it: Parameter, text: string) {
    this.dispatchEvent(new CustomEvent('typed', { detail: { name: it.name, text } }));
  }
}
