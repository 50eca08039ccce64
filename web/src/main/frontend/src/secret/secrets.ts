import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ViewActions } from '../kernel/actions.js';
import { session } from '../kernel/session.js';
import { ask } from '../ui/confirm.js';
import { icon } from '../ui/icons.js';
import { PagedList } from '../ui/paged-list.js';
import { empty, moment, pageHeader } from '../ui/parts.js';
import { table, type Column } from '../ui/table.js';
import { toast, toastFailure } from '../ui/toasts.js';
import { View } from '../ui/view.js';
import './edit-secret.js';
import { deleteSecret, listSecrets, type OwnerKind, type Secret } from './secrets.api.js';

const WHO: Record<OwnerKind, string> = {
  person:
    'Only you see that these are here and only your own work uses them, before those of the workspace; nobody, not even you, can read a value back.',
  workspace:
    'Members of this workspace see that these are here and their work uses them; owners and administrators change them, and nobody can read a value back.',
};

/** The credentials of outside services: one's own, and those of the workspace. */
@customElement('ws-secrets')
export class Secrets extends View {
  static override styles = View.styles;

  @property() owner: OwnerKind = 'person';
  /** What is being edited: a secret, or a new one. */
  @state() private editing: Secret | 'new' | undefined;

  private readonly secrets = new PagedList<Secret>(
    this,
    (query, signal) => listSecrets(this.owner, query, signal),
    () => [this.owner],
  );

  private readonly columns: readonly Column<Secret>[] = [
    { name: 'Provider', kind: 'title', cell: (it) => it.provider },
    { name: 'Description', cell: (it) => it.description || '—' },
    { name: 'Ends with', cell: (it) => (it.lastFour === null ? '—' : html`<code>…${it.lastFour}</code>`) },
    { name: 'Fingerprint', cell: (it) => html`<code>${it.fingerprint}</code>` },
    { name: 'Changed', cell: (it) => moment(it.changedAt) },
    { name: 'Last used', cell: (it) => moment(it.lastUsedAt) },
    { name: 'Actions', kind: 'actions', cell: (it) => this.tools(it) },
  ];

  constructor() {
    super();
    new ViewActions(this, () =>
      this.mayWrite
        ? [
            {
              id: 'secrets.new',
              title: 'Add a secret',
              group: 'This page',
              keys: 'n',
              run: () => (this.editing = 'new'),
            },
          ]
        : [],
    );
  }

  private get mayWrite(): boolean {
    return this.owner === 'person' || ['owner', 'admin'].includes(session.workspace?.role ?? '');
  }

  override render() {
    const add = this.mayWrite
      ? html`<button class="btn primary" @click=${() => (this.editing = 'new')}>${icon('plus')}Add secret</button>`
      : nothing;
    return html`<div class="stack wide">
        ${pageHeader({ title: 'Secrets', lead: WHO[this.owner], actions: add })}
        <nav class="tabs" aria-label="Whose secrets">
          ${this.tab('person', '/settings/secrets', 'Your own')}
          ${this.tab('workspace', '/settings/secrets/workspace', 'Of the workspace')}
        </nav>
        ${this.secrets.render(
          'secrets',
          (items) => html`<div class="card flush">${table('Secrets', this.columns, items, (it) => it.id)}</div>`,
          () =>
            html`<div class="card">
              ${empty('key', 'No secrets yet', 'Keep a key of a provider here once, instead of in every request.', add)}
            </div>`,
        )}
      </div>
      ${this.editing === undefined ? nothing : this.dialog(this.editing)}`;
  }

  private tab(owner: OwnerKind, href: string, title: string) {
    return html`<a href=${href} aria-current=${owner === this.owner ? 'page' : nothing}>${title}</a>`;
  }

  private dialog(editing: Secret | 'new') {
    return html`<ws-edit-secret
      owner=${this.owner}
      .secret=${editing === 'new' ? undefined : editing}
      @closed=${() => (this.editing = undefined)}
      @saved=${(event: CustomEvent<Secret>) => this.saved(event.detail)}
    ></ws-edit-secret>`;
  }

  private tools(it: Secret) {
    if (!this.mayWrite) return nothing;
    return html`<div class="row">
      <button class="btn small" aria-label="Replace ${it.provider}" @click=${() => (this.editing = it)}>Replace</button>
      <button class="btn small danger" aria-label="Delete ${it.provider}" @click=${() => this.delete(it)}>
        Delete
      </button>
    </div>`;
  }

  private saved(secret: Secret) {
    this.editing = undefined;
    if (!this.secrets.replace(secret, (other) => other.id === secret.id)) this.secrets.reload();
    toast(`${secret.provider} is stored.`);
  }

  private async delete(it: Secret) {
    const text = `What uses ${it.provider} stops working, unless there is another secret for it. The value cannot be brought back.`;
    if (!(await ask({ title: 'Delete this secret?', text, confirm: 'Delete', danger: true }))) return;
    try {
      await deleteSecret(it);
      this.secrets.reload();
      toast(`${it.provider} is deleted.`);
    } catch (failure) {
      toastFailure(failure);
    }
  }
}
