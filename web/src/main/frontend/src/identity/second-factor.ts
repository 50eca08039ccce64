import { Task } from '@lit/task';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../ui/copy-button.js';
import { badge, field, notice } from '../ui/parts.js';
import { toast } from '../ui/toasts.js';
import { reading } from '../ui/view.js';
import { Form } from './form.js';
import { disableFactor, newRecoveryCodes, secondFactor, type SecondFactor as Factor } from './profile.api.js';
import './enrol-factor.js';

/** The caller's authenticator app and recovery codes. */
@customElement('ws-second-factor')
export class SecondFactor extends Form {
  static override styles = [
    ...Form.styles,
    css`
      ol {
        columns: 2;
        margin: 0;
        font-family: var(--mono);
      }
    `,
  ];

  @state() private wanted: 'codes' | 'disable' = 'codes';
  @state() private codes: readonly string[] = [];
  private readonly factor = new Task(
    this,
    () => secondFactor(),
    () => [],
  );

  override render() {
    return html`<section class="card stack" aria-labelledby="factor">
      <h2 id="factor">Second factor</h2>
      ${reading(this.factor, 'second factor', (factor) => (factor.enabled ? this.on(factor) : this.off(factor)))}
    </section>`;
  }

  private off(factor: Factor) {
    return html`<p>
        A code of an authenticator app besides your password keeps out whoever knows only one of
        them.${factor.required ? ' This installation asks for it.' : ''}
      </p>
      <ws-enrol-factor @enrolled=${() => void this.factor.run()}></ws-enrol-factor>`;
  }

  private on(factor: Factor) {
    const left = factor.recoveryCodesLeft;
    return html`<p>${badge('active', 'On')} ${left} of your recovery codes ${left === 1 ? 'is' : 'are'} left.</p>
      ${left < 3 ? notice('warn', 'Make new recovery codes before you run out of them.') : nothing}
      ${
        this.codes.length === 0
          ? nothing
          : html`<p>The former codes work no more. These are shown this once:</p>
              <ol>
                ${this.codes.map((code) => html`<li>${code}</li>`)}
              </ol>
              <ws-copy-button label="Copy codes" .text=${() => this.codes.join('\n')}></ws-copy-button>`
      }
      <form class="stack" @submit=${this.submit}>
        ${this.trouble}
        ${field({
          id: 'password',
          label: 'Your password',
          control: html`<input
            id="password"
            name="password"
            type="password"
            required
            autocomplete="current-password"
            aria-describedby="password-hint"
          />`,
          error: this.problem('/password'),
        })}
        ${field({
          id: 'code',
          label: 'Code',
          control: html`<input
            id="code"
            name="code"
            required
            maxlength="40"
            autocomplete="one-time-code"
            aria-describedby="code-hint"
          />`,
          error: this.problem('/code'),
        })}
        <div class="row">
          <button class="btn" ?disabled=${this.busy} @click=${() => (this.wanted = 'codes')}>New recovery codes</button>
          <button class="btn danger" ?disabled=${this.busy} @click=${() => (this.wanted = 'disable')}>
            Turn the second factor off
          </button>
        </div>
      </form>`;
  }

  protected override async send({ password = '', code = '' }: Record<string, string>) {
    if (this.wanted === 'codes') this.codes = (await newRecoveryCodes(password, code)).recoveryCodes;
    else {
      await disableFactor(password, code);
      this.codes = [];
      toast('Your second factor is off.');
    }
    await this.factor.run();
  }
}
