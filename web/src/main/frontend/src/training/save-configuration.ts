import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formText } from '../kernel/form-text.js';
import { randomId } from '../kernel/ids.js';
import { ProblemError, explain } from '../kernel/problem.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/dialog.js';
import { field, notice } from '../ui/parts.js';
import {
  changeConfiguration,
  createConfiguration,
  type SaveConfiguration as Content,
  type TrainingConfiguration,
} from './configurations.api.js';

/**
 * Names and describes a configuration, and saves it: a new one, or a change of one that is there.
 *
 * @fires saved - When it was saved; `detail` is the configuration.
 * @fires closed - When the dialog was closed.
 */
@customElement('ws-save-configuration')
export class SaveConfiguration extends LitElement {
  static override styles = [base, controls];

  /** What is saved, but for its name and description. */
  @property({ attribute: false }) content!: Omit<Content, 'name' | 'description'>;
  /** The configuration that is changed; none makes a new one. */
  @property({ attribute: false }) edited: TrainingConfiguration | undefined;
  @state() private failure: unknown;
  @state() private busy = false;
  private readonly key = randomId();

  override render() {
    const it = this.edited;
    return html`<ws-dialog
      heading=${it === undefined ? 'Save as configuration' : 'Edit the configuration'}
      open
      @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}
    >
      <form id="form" class="stack" @submit=${this.submit}>
        ${this.failure === undefined || this.problem('/name') !== undefined ? nothing : notice('danger', explain(this.failure))}
        ${field({
          id: 'name',
          label: 'Name',
          control: html`<input
            id="name"
            name="name"
            required
            maxlength="200"
            autocomplete="off"
            aria-describedby="name-hint"
            .value=${it?.name ?? ''}
          />`,
          error: this.problem('/name'),
        })}
        ${field({
          id: 'description',
          label: 'Description (optional)',
          control: html`<textarea
            id="description"
            name="description"
            rows="3"
            maxlength="2000"
            .value=${it?.description ?? ''}
          ></textarea>`,
        })}
        <div><button class="btn primary" ?disabled=${this.busy}>Save</button></div>
      </form>
    </ws-dialog>`;
  }

  private problem(pointer: string): string | undefined {
    return this.failure instanceof ProblemError ? this.failure.field(pointer) : undefined;
  }

  private readonly submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const description = formText(form, 'description');
    const content: Content = {
      ...this.content,
      name: formText(form, 'name'),
      ...(description === '' ? {} : { description }),
    };
    this.busy = true;
    this.failure = undefined;
    try {
      const saved = await (this.edited === undefined
        ? createConfiguration(content, this.key)
        : changeConfiguration(this.edited, content));
      this.dispatchEvent(new CustomEvent('saved', { detail: saved }));
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  };
}
