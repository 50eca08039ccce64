import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { recall, remember } from '../kernel/preferences.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { field } from '../ui/parts.js';
import type { GenerationSettings } from './chat.api.js';

/**
 * How answers are made. The browser remembers it; in a conversation the system prompt is the conversation's own.
 *
 * @fires system - When the system prompt was changed; `detail` is the text.
 */
@customElement('ws-chat-settings')
export class ChatSettings extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .settings {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
        gap: var(--s3);
      }
      .settings .wide {
        grid-column: 1 / -1;
      }
    `,
  ];

  @property() system = '';
  /** Whether the system prompt is the one that the model was tuned under. */
  @property({ type: Boolean }) learnt = false;
  @state() private temperature = recall('chat.temperature') ?? '';
  @state() private longest = recall('chat.longest') ?? '';

  /** What was chosen; what was not is the model's own default. */
  get chosen(): GenerationSettings {
    return {
      ...(this.temperature === '' ? {} : { temperature: Number(this.temperature) }),
      ...(this.longest === '' ? {} : { maxOutputTokens: Number(this.longest) }),
    };
  }

  override render() {
    return html`<details>
      <summary class="muted small">Settings${this.system.trim() === '' ? '' : ', with a system prompt'}</summary>
      <div class="settings">
        <div class="wide">
          ${field({
            id: 'system',
            label: 'System prompt',
            ...(this.learnt ? { hint: 'All examples that this model learnt from begin with it.' } : {}),
            control: html`<textarea
              id="system"
              rows="2"
              maxlength="200000"
              .value=${this.system}
              @input=${(event: Event) =>
                this.dispatchEvent(new CustomEvent('system', { detail: (event.target as HTMLTextAreaElement).value }))}
            ></textarea>`,
          })}
        </div>
        ${this.number('temperature', 'Temperature', { min: 0, max: 2, step: 0.1 })}
        ${this.number('longest', 'Longest answer (tokens)', { min: 1, max: 32768, step: 1 })}
      </div>
    </details>`;
  }

  private number(
    name: 'temperature' | 'longest',
    label: string,
    bounds: { readonly min: number; readonly max: number; readonly step: number },
  ) {
    return field({
      id: name,
      label,
      control: html`<input
        id=${name}
        type="number"
        min=${bounds.min}
        max=${bounds.max}
        step=${bounds.step}
        placeholder="default"
        .value=${this[name]}
        @input=${(event: Event) => {
          this[name] = (event.target as HTMLInputElement).value;
          remember(`chat.${name}`, this[name] === '' ? undefined : this[name]);
        }}
      />`,
    });
  }
}
