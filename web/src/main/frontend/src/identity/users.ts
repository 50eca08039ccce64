import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ViewActions } from '../kernel/actions.js';
import { session } from '../kernel/session.js';
import { ask } from '../ui/confirm.js';
import '../ui/copy-button.js';
import '../ui/dialog.js';
import { icon } from '../ui/icons.js';
import { PagedList } from '../ui/paged-list.js';
import { badge, empty, moment, pageHeader, tag } from '../ui/parts.js';
import { table, type Column } from '../ui/table.js';
import { toast, toastFailure } from '../ui/toasts.js';
import { View } from '../ui/view.js';
import { searchBox } from '../ui/search-box.js';
import './create-user.js';
import './user-access.js';
import { changeUser, listUsers, type HandedLink, type Role, type User, type WithPassword } from './users.api.js';

/** The people of this installation, for administrators. */
@customElement('ws-users')
export class Users extends View {
  static override styles = [
    ...View.styles,
    css`
      .tools {
        justify-content: flex-end;
      }
      output {
        display: block;
        padding: var(--s3);
        border-radius: var(--radius);
        background: var(--sunken);
        font: 1.125rem var(--mono);
        overflow-wrap: anywhere;
      }
      td select {
        min-width: 8.5rem;
      }
    `,
  ];

  @state() private creating = false;
  @state() private told: WithPassword | HandedLink | undefined;
  @state() private open: User | undefined;
  @state() private text = '';
  private readonly users = new PagedList<User>(
    this,
    (query, signal) => listUsers({ ...query, q: this.text }, signal),
    () => [this.text],
  );

  private readonly columns: readonly Column<User>[] = [
    {
      name: 'Name',
      kind: 'title',
      cell: (it) => html`${it.displayName} ${it.id === session.me?.id ? tag('you') : nothing}`,
    },
    { name: 'Email', cell: (it) => it.email },
    { name: 'Role', cell: (it) => this.roleOf(it) },
    {
      name: 'Status',
      cell: (it) =>
        html`${badge(it.status)} ${it.mustChangePassword && it.status === 'active' ? tag('new password due') : nothing}
        ${it.secondFactor ? tag('second factor') : nothing}`,
    },
    { name: 'Last sign-in', cell: (it) => moment(it.lastSignInAt) },
    { name: 'Actions', kind: 'actions', cell: (it) => this.tools(it) },
  ];

  constructor() {
    super();
    new ViewActions(this, () => [
      { id: 'users.new', title: 'Add a user', group: 'This page', keys: 'n', run: () => (this.creating = true) },
    ]);
  }

  override render() {
    const add = html`<button class="btn primary" @click=${() => (this.creating = true)}>
      ${icon('plus')}Add user
    </button>`;
    return html`<div class="stack wide">
        ${pageHeader({ title: 'Users', lead: 'Everybody has a workspace of their own.', actions: add })}
        ${searchBox('Search users', this.text, (text) => (this.text = text))}
        ${this.users.render(
          'users',
          (items) => html`<div class="card flush">${table('Users', this.columns, items, (it) => it.id)}</div>`,
          () => html`<div class="card">${empty('users', 'Nobody here', 'Add the first user.', add)}</div>`,
        )}
      </div>
      ${
        this.creating
          ? html`<ws-create-user
              @closed=${() => (this.creating = false)}
              @created=${(event: CustomEvent<WithPassword | HandedLink>) => this.tell(event.detail)}
            ></ws-create-user>`
          : nothing
      }
      ${
        this.open === undefined
          ? nothing
          : html`<ws-user-access
              .user=${this.open}
              @closed=${() => this.close()}
              @told=${(event: CustomEvent<WithPassword | HandedLink>) => this.tell(event.detail)}
            ></ws-user-access>`
      }
      ${this.told === undefined ? nothing : 'sent' in this.told ? this.link(this.told) : this.password(this.told)}`;
  }

  private roleOf(it: User) {
    if (it.id === session.me?.id) return it.role === 'admin' ? 'Administrator' : 'User';
    return html`<select aria-label="Role of ${it.displayName}" @change=${(event: Event) => this.setRole(it, event)}>
      <option value="user" ?selected=${it.role === 'user'}>User</option>
      <option value="admin" ?selected=${it.role === 'admin'}>Administrator</option>
    </select>`;
  }

  private tools(it: User) {
    if (it.id === session.me?.id) return nothing;
    const active = it.status === 'active';
    const change = active ? 'Disable' : 'Enable';
    return html`<div class="row tools">
      <button class="btn small" aria-label="Access of ${it.displayName}" @click=${() => (this.open = it)}>
        Access
      </button>
      <button
        class="btn small ${active ? 'danger' : ''}"
        aria-label="${change} ${it.displayName}"
        @click=${() => this.toggle(it)}
      >
        ${change}
      </button>
    </div>`;
  }

  private password({ user, oneTimePassword, until }: WithPassword) {
    return html`<ws-dialog heading="One-time password" open @closed=${() => (this.told = undefined)}>
      <div class="stack">
        <p>
          Give it to ${user.displayName}. It is shown this once, works until ${moment(until)}, and has to be changed at
          the first sign-in as <strong>${user.email}</strong>.
        </p>
        <output>${oneTimePassword}</output>
      </div>
      <ws-copy-button slot="actions" label="Copy password" .text=${() => oneTimePassword}></ws-copy-button>
      <button slot="actions" class="btn primary" @click=${() => (this.told = undefined)}>Done</button>
    </ws-dialog>`;
  }

  private link({ user, sent, link }: HandedLink) {
    const done = () => (this.told = undefined);
    if (sent)
      return html`<ws-dialog heading="The link is on its way" open @closed=${done}>
        <p>It was sent to <strong>${user.email}</strong>, works once and expires.</p>
        <button slot="actions" class="btn primary" @click=${done}>Done</button>
      </ws-dialog>`;
    return html`<ws-dialog heading="Hand this link over" open @closed=${done}>
      <div class="stack">
        <p>
          No mail server is set up, so nothing was sent. Give the link to ${user.displayName}: it works once, expires,
          and is shown this once.
        </p>
        <output>${link}</output>
      </div>
      <ws-copy-button slot="actions" label="Copy link" .text=${() => link ?? ''}></ws-copy-button>
      <button slot="actions" class="btn primary" @click=${done}>Done</button>
    </ws-dialog>`;
  }

  private close() {
    this.open = undefined;
    this.users.reload();
  }

  private tell(told: WithPassword | HandedLink) {
    this.creating = false;
    this.open = undefined;
    this.told = told;
    this.users.reload();
  }

  private async setRole(it: User, event: Event) {
    const select = event.target as HTMLSelectElement;
    try {
      this.put(await changeUser(it, { role: select.value as Role }));
      toast(`${it.displayName}'s role is changed.`);
    } catch (failure) {
      select.value = it.role;
      toastFailure(failure);
    }
  }

  private async toggle(it: User) {
    const disable = it.status === 'active';
    const text = `${it.displayName} is signed out everywhere and cannot sign in again until enabled.`;
    if (disable && !(await ask({ title: 'Disable this user?', text, confirm: 'Disable', danger: true }))) return;
    try {
      this.put(await changeUser(it, { status: disable ? 'disabled' : 'active' }));
      toast(`${it.displayName} is ${disable ? 'disabled' : 'enabled'}.`);
    } catch (failure) {
      toastFailure(failure);
    }
  }

  private put(user: User) {
    this.users.replace(user, (other) => other.id === user.id);
  }
}
