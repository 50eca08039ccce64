import { Task } from '@lit/task';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ProblemError, explain } from '../kernel/problem.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { empty, field, notice } from '../ui/parts.js';
import { toast } from '../ui/toasts.js';
import { reading } from '../ui/view.js';
import './duration-field.js';
import { changesOf, defaultOf, titleOf, valueOf } from './setting-values.js';
import { changeSettings, readSettings, type Setting, type Settings, type SettingValue } from './settings.api.js';

/**
 * All settings of one owner, as the server declares them, in one form.
 *
 * @fires saved - When they were changed; `detail` has all of them.
 */
@customElement('ws-setting-form')
export class SettingForm extends LitElement {
  static override styles = [
    ...base,
    ...controls,
    css`
      .check {
        display: flex;
        gap: var(--s2);
        align-items: center;
      }
      form {
        max-width: 42rem;
      }
    `,
  ];

  /** Where the settings are: `settings`, `admin/settings` or `workspaces/<id>/settings`. */
  @property() path = 'settings';

  /** Why nothing can be changed here; empty where it can. */
  @property() locked = '';

  @state() private failure: unknown;
  @state() private busy = false;
  private readonly edited = new Map<string, SettingValue>();

  private readonly settings = new Task(this, {
    task: ([path]: readonly [string], { signal }) => readSettings(path, signal),
    args: () => [this.path] as const,
  });

  private get isLocked(): boolean {
    return this.locked !== '';
  }

  override render() {
    return reading(this.settings, 'settings', (it) => this.form(it));
  }

  private form(it: Settings) {
    if (it.settings.length === 0)
      return html`<div class="card">${empty('info', 'Nothing to set', 'There are none.')}</div>`;
    return html`<form class="card stack" @submit=${(event: Event) => this.save(event, it)}>
      ${this.failure === undefined ? nothing : notice('danger', explain(this.failure))}
      ${it.settings.map((setting) => this.row(setting))}
      ${
        this.isLocked
          ? html`<p class="muted">${this.locked}</p>`
          : html`<div class="row">
              <button class="btn primary" ?disabled=${this.busy}>Save</button>
            </div>`
      }
    </form>`;
  }

  private row(it: Setting) {
    const error = this.failure instanceof ProblemError ? this.failure.field(`/${it.key}`) : undefined;
    return field({
      id: it.key,
      label: titleOf(it.key),
      control: this.control(it),
      hint: `${it.description}. Default: ${defaultOf(it)}.`,
      error,
    });
  }

  private control(it: Setting) {
    const value = this.edited.get(it.key) ?? it.value;
    const change = (event: Event) => this.edited.set(it.key, valueOf(it, event.target as HTMLInputElement));
    const hint = `${it.key}-hint`;
    if (it.type === 'boolean') {
      return html`<span class="check"
        ><input
          type="checkbox"
          id=${it.key}
          aria-describedby=${hint}
          .checked=${value === true}
          ?disabled=${this.isLocked}
          @change=${change}
      /></span>`;
    }
    if (it.type === 'choice') {
      return html`<select id=${it.key} aria-describedby=${hint} ?disabled=${this.isLocked} @change=${change}>
        ${it.choices.map((choice) => html`<option value=${choice} ?selected=${choice === value}>${choice}</option>`)}
      </select>`;
    }
    if (it.type === 'duration') {
      return html`<ws-duration-field
        id=${it.key}
        .setting=${it}
        .value=${String(value)}
        ?disabled=${this.isLocked}
        @change=${(event: CustomEvent<string>) => this.edited.set(it.key, event.detail)}
      ></ws-duration-field>`;
    }
    const number = it.type === 'integer';
    return html`<input
      id=${it.key}
      type=${number ? 'number' : 'text'}
      aria-describedby=${hint}
      min=${number ? (it.least ?? nothing) : nothing}
      max=${number ? (it.most ?? nothing) : nothing}
      maxlength=${number ? nothing : (it.most ?? nothing)}
      ?required=${number}
      .value=${String(value)}
      ?disabled=${this.isLocked}
      @change=${change}
    />`;
  }

  private async save(event: Event, it: Settings) {
    event.preventDefault();
    const changes = changesOf(it.settings, this.edited);
    if (Object.keys(changes).length === 0) return toast('Nothing was changed.');
    this.busy = true;
    try {
      const saved = await changeSettings(this.path, it.version, changes);
      this.edited.clear();
      this.failure = undefined;
      await this.settings.run();
      this.dispatchEvent(new CustomEvent('saved', { detail: saved }));
      toast('The settings are saved.');
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }
}
