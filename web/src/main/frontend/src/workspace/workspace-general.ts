import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { download } from '../kernel/download.js';
import { formText } from '../kernel/form-text.js';
import { ProblemError, explain } from '../kernel/problem.js';
import { base } from '../ui/base.styles.js';
import { ask } from '../ui/confirm.js';
import { controls } from '../ui/controls.styles.js';
import { icon } from '../ui/icons.js';
import { fact, field, moment, notice } from '../ui/parts.js';
import { toast, toastFailure } from '../ui/toasts.js';
import './delete-workspace.js';
import { administers } from './roles.js';
import './transfer-workspace.js';
import {
  archiveWorkspace,
  exportPath,
  renameWorkspace,
  restoreWorkspace,
  type WorkspaceDetails,
} from './workspaces.api.js';

/**
 * Name, export and end of a workspace, as far as one's role reaches.
 *
 * @fires changed - When the workspace is another than before.
 */
@customElement('ws-workspace-general')
export class WorkspaceGeneral extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      form {
        max-width: 32rem;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2) var(--s4);
        align-items: center;
        justify-content: space-between;
        padding: var(--s3) 0;
        border-top: 1px solid var(--line);
      }
      li > div {
        flex: 1 1 16rem;
      }
    `,
  ];

  @property({ attribute: false }) workspace!: WorkspaceDetails;
  @state() private failure: unknown;
  @state() private deleting = false;

  override render() {
    const it = this.workspace;
    return html`<div class="stack">
        ${administers(it.role) && it.archivedAt === null ? this.naming(it) : nothing}
        <section class="card" aria-label="Facts">
          <dl class="facts">
            ${fact('Kind', it.kind === 'personal' ? 'Personal' : 'Team')} ${fact('Plan', it.plan)}
            ${fact('Made', moment(it.createdAt))} ${fact('Id for X-Workspace-Id', html`<code>${it.id}</code>`)}
          </dl>
        </section>
        ${administers(it.role) ? this.ending(it) : nothing}
      </div>
      ${
        this.deleting
          ? html`<ws-delete-workspace
              .workspace=${it}
              @closed=${() => (this.deleting = false)}
              @changed=${() => this.changed()}
            ></ws-delete-workspace>`
          : nothing
      }`;
  }

  private naming(it: WorkspaceDetails) {
    const refused = this.failure instanceof ProblemError ? this.failure.field('/name') : undefined;
    return html`<section class="card" aria-labelledby="naming">
      <form class="stack" @submit=${this.rename}>
        <h2 id="naming">Name</h2>
        ${this.failure === undefined || refused !== undefined ? nothing : notice('danger', explain(this.failure))}
        ${field({
          id: 'name',
          label: 'Name of the workspace',
          control: html`<input id="name" name="name" required maxlength="120" autocomplete="off" .value=${it.name} />`,
          error: refused,
        })}
        <div><button class="btn">Rename</button></div>
      </form>
    </section>`;
  }

  private ending(it: WorkspaceDetails) {
    const team = it.kind === 'team' && it.role === 'owner';
    return html`<section class="card stack tight" aria-labelledby="ending">
      <h2 id="ending">Data and end</h2>
      <ul>
        <li>
          <div>
            <h3>Export</h3>
            <p class="muted">
              A zip of all rows as JSON lines, the rows of the datasets, the files of adapters and their checksums.
              Credentials are left out.
            </p>
          </div>
          <button class="btn" @click=${() => this.save(it)}>${icon('download')}Export</button>
        </li>
        ${team ? this.forOwners(it) : nothing}
      </ul>
      ${
        it.kind === 'personal'
          ? html`<p class="muted small">
              A personal workspace stays with its person: it is neither archived nor deleted.
            </p>`
          : nothing
      }
    </section>`;
  }

  private forOwners(it: WorkspaceDetails) {
    const archived = it.archivedAt !== null;
    return html`
      ${
        archived
          ? nothing
          : html`<li>
              <ws-transfer-workspace .workspace=${it} @changed=${() => this.changed()}></ws-transfer-workspace>
            </li>`
      }
      <li>
        <div>
          <h3>${archived ? 'Restore' : 'Archive'}</h3>
          <p class="muted">
            ${
              archived
                ? 'Everybody can work in it again. A deletion that waits is taken back.'
                : 'Nothing is lost; everybody can only read until an owner restores it.'
            }
          </p>
        </div>
        ${
          archived
            ? html`<button class="btn" @click=${() => this.restore(it)}>Restore</button>`
            : html`<button class="btn" @click=${() => this.archive(it)}>Archive</button>`
        }
      </li>
      ${
        it.deleteAt === null
          ? html`<li>
              <div>
                <h3>Delete</h3>
                <p class="muted">Everything in it goes, after a time in which it can be restored.</p>
              </div>
              <button class="btn danger" @click=${() => (this.deleting = true)}>${icon('trash')}Delete…</button>
            </li>`
          : nothing
      }
    `;
  }

  private readonly rename = async (event: SubmitEvent) => {
    event.preventDefault();
    const name = formText(event.target as HTMLFormElement, 'name');
    this.failure = undefined;
    try {
      const renamed = await renameWorkspace(this.workspace, name);
      toast(`The workspace is called ${renamed.name}.`);
      this.changed();
    } catch (failure) {
      this.failure = failure;
    }
  };

  private async save(it: WorkspaceDetails) {
    toast('The export begins.', 'info');
    await download(exportPath(it.id), `${it.name}.zip`).catch(toastFailure);
  }

  private async archive(it: WorkspaceDetails) {
    const text = `Nobody can change anything in “${it.name}” until an owner restores it.`;
    if (!(await ask({ title: 'Archive this workspace?', text, confirm: 'Archive' }))) return;
    await this.run(() => archiveWorkspace(it.id), `${it.name} is archived.`);
  }

  private restore(it: WorkspaceDetails) {
    return this.run(() => restoreWorkspace(it.id), `${it.name} is back.`);
  }

  private async run(change: () => Promise<unknown>, done: string) {
    try {
      await change();
      toast(done);
      this.changed();
    } catch (failure) {
      toastFailure(failure);
    }
  }

  private changed() {
    this.dispatchEvent(new CustomEvent('changed'));
  }
}
