import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formText } from '../kernel/form-text.js';
import { ProblemError, explain } from '../kernel/problem.js';
import { session } from '../kernel/session.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { field, notice } from '../ui/parts.js';
import { toast } from '../ui/toasts.js';
import { LEVELS, LEVEL_NAME } from './levels.js';
import { share, type Grantee, type Resource, type ShareLevel } from './shares.api.js';

/**
 * Shares something with a person by address, or with another workspace of one's own.
 *
 * @fires shared - When it was shared.
 */
@customElement('ws-share-form')
export class ShareForm extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .pair {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 9rem;
        gap: var(--s3);
      }
    `,
  ];

  @property({ attribute: false }) resource!: Resource;
  @state() private withWorkspace = false;
  @state() private failure: unknown;
  @state() private busy = false;

  override render() {
    return html`<form class="stack tight" @submit=${this.submit}>
      ${this.failure === undefined || this.refused !== undefined ? nothing : notice('danger', explain(this.failure))}
      ${this.others.length === 0 ? nothing : this.kinds()}
      <div class="pair">
        ${this.withWorkspace ? this.workspaces() : this.address()}
        ${field({
          id: 'level',
          label: 'They',
          control: html`<select id="level" name="level">
            ${LEVELS.map((level) => html`<option value=${level}>${LEVEL_NAME[level]}</option>`)}
          </select>`,
        })}
      </div>
      ${field({
        id: 'note',
        label: 'Note (optional)',
        control: html`<input id="note" name="note" maxlength="500" autocomplete="off" />`,
      })}
      <div><button class="btn primary" ?disabled=${this.busy}>Share</button></div>
    </form>`;
  }

  private get others() {
    // What is the person's alone can be opened to the team in which it lies.
    const { workspaceId, ownerId } = this.resource;
    return (session.me?.workspaces ?? []).filter(
      (it) => it.id !== workspaceId || (ownerId !== undefined && it.kind === 'team'),
    );
  }

  private get refused(): string | undefined {
    if (!(this.failure instanceof ProblemError)) return undefined;
    return this.failure.field('/email') ?? this.failure.field('/workspaceId');
  }

  private kinds() {
    const option = (label: string, workspace: boolean) =>
      html`<label class="check">
        <input
          type="radio"
          name="kind"
          .checked=${this.withWorkspace === workspace}
          @change=${() => (this.withWorkspace = workspace)}
        />
        ${label}
      </label>`;
    return html`<fieldset class="row">
      <legend class="visually-hidden">With whom</legend>
      ${option('A person', false)} ${option('One of my workspaces', true)}
    </fieldset>`;
  }

  private address() {
    return field({
      id: 'email',
      label: 'Email of the person',
      control: html`<input
        id="email"
        name="email"
        type="email"
        required
        maxlength="254"
        autocomplete="off"
        aria-describedby="email-hint"
      />`,
      error: this.refused,
    });
  }

  private workspaces() {
    return field({
      id: 'workspace',
      label: 'Workspace',
      control: html`<select id="workspace" name="workspace" aria-describedby="workspace-hint">
        ${this.others.map((it) => html`<option value=${it.id}>${it.name}</option>`)}
      </select>`,
      error: this.refused,
    });
  }

  private readonly submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const text = (name: string) => formText(form, name);
    const grantee: Grantee = this.withWorkspace ? { workspaceId: text('workspace') } : { email: text('email') };
    this.busy = true;
    this.failure = undefined;
    try {
      const made = await share(this.resource, grantee, text('level') as ShareLevel, text('note') || null);
      toast(`Shared with ${made.grantee}.`);
      form.reset();
      this.withWorkspace = false;
      this.dispatchEvent(new CustomEvent('shared'));
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  };
}
