import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ViewActions } from '../kernel/actions.js';
import { session } from '../kernel/session.js';
import { ask } from '../ui/confirm.js';
import { icon } from '../ui/icons.js';
import { PagedList } from '../ui/paged-list.js';
import { empty, pageHeader } from '../ui/parts.js';
import { table } from '../ui/table.js';
import { toast, toastFailure } from '../ui/toasts.js';
import { View } from '../ui/view.js';
import { listKeys, revokeKey, type ApiKey, type NewKey } from './api-keys.api.js';
import './edit-api-key.js';
import { keyColumns } from './key-columns.js';
import './key-told.js';
import './key-usage.js';
import './rotate-api-key.js';

type Dialog = { readonly kind: 'create' } | { readonly kind: 'edit' | 'rotate' | 'usage'; readonly key: ApiKey };

/** The person's keys for programs in the present workspace; administrators see everybody's. */
@customElement('ws-api-keys')
export class ApiKeys extends View {
  static override styles = [
    ...View.styles,
    css`
      td code {
        white-space: nowrap;
      }
      @media (min-width: 901px) {
        td > .row {
          flex-wrap: nowrap;
          justify-content: flex-end;
        }
      }
    `,
  ];

  @state() private dialog: Dialog | undefined;
  @state() private told: NewKey | undefined;

  private readonly keys = new PagedList<ApiKey>(
    this,
    (query, signal) => listKeys({ ...query, everybodys: this.everybodys }, signal),
    () => [this.everybodys],
  );

  private readonly columns = keyColumns({
    usage: (key) => (this.dialog = { kind: 'usage', key }),
    edit: (key) => (this.dialog = { kind: 'edit', key }),
    rotate: (key) => (this.dialog = { kind: 'rotate', key }),
    revoke: (key) => void this.revoke(key),
  });

  constructor() {
    super();
    new ViewActions(this, () => [
      { id: 'keys.new', title: 'Create an API key', group: 'This page', keys: 'n', run: () => this.create() },
    ]);
  }

  private get everybodys(): boolean {
    return this.mayAdminister && this.query.get('of') === 'everybody';
  }

  private get mayAdminister(): boolean {
    return ['owner', 'admin'].includes(session.workspace?.role ?? '') && session.mayWrite;
  }

  override render() {
    const create = html`<button class="btn primary" @click=${() => this.create()}>
      ${icon('plus')}Create API key
    </button>`;
    return html`<div class="stack wide">
        ${pageHeader({
          title: 'API keys',
          lead: html`Keys for programs. Each works in the workspace “${session.workspace?.name ?? ''}” only.`,
          actions: create,
        })}
        ${this.mayAdminister ? this.tabs() : nothing}
        ${this.keys.render(
          'API keys',
          (items) => html`<div class="card flush">${table('API keys', this.columns, items, (it) => it.id)}</div>`,
          () =>
            html`<div class="card">
              ${empty('key', 'No keys yet', 'A key lets a program use the API without your password.', create)}
            </div>`,
        )}
      </div>
      ${this.opened()}
      ${
        this.told === undefined
          ? nothing
          : html`<ws-key-told .made=${this.told} @closed=${() => (this.told = undefined)}></ws-key-told>`
      }`;
  }

  private tabs() {
    const tab = (title: string, of: string, here: boolean) =>
      html`<a href="/settings/api-keys${of}" aria-current=${here ? 'page' : nothing}>${title}</a>`;
    return html`<nav class="tabs" aria-label="Whose keys">
      ${tab('My keys', '', !this.everybodys)} ${tab('Everybody’s', '?of=everybody', this.everybodys)}
    </nav>`;
  }

  private opened() {
    const close = () => (this.dialog = undefined);
    switch (this.dialog?.kind) {
      case 'create':
        return html`<ws-edit-api-key @closed=${close} @made=${this.tell}></ws-edit-api-key>`;
      case 'edit':
        return html`<ws-edit-api-key
          .edited=${this.dialog.key}
          @closed=${close}
          @changed=${this.put}
        ></ws-edit-api-key>`;
      case 'rotate':
        return html`<ws-rotate-api-key
          .key=${this.dialog.key}
          @closed=${close}
          @made=${this.tell}
        ></ws-rotate-api-key>`;
      case 'usage':
        return html`<ws-key-usage .key=${this.dialog.key} @closed=${close}></ws-key-usage>`;
      default:
        return nothing;
    }
  }

  private create() {
    this.dialog = { kind: 'create' };
  }

  private readonly tell = (event: CustomEvent<NewKey>) => {
    this.dialog = undefined;
    this.told = event.detail;
    this.keys.reload();
  };

  private readonly put = (event: CustomEvent<ApiKey>) => {
    this.dialog = undefined;
    this.keys.replace(event.detail, (other) => other.id === event.detail.id);
  };

  private async revoke(key: ApiKey) {
    const text = `Programs that use “${key.name}” are refused within a second. This cannot be undone.`;
    if (!(await ask({ title: 'Revoke this key?', text, confirm: 'Revoke key', danger: true }))) return;
    try {
      const revoked = await revokeKey(key.id);
      this.keys.replace(revoked, (other) => other.id === revoked.id);
      toast(`${key.name} is revoked.`);
    } catch (failure) {
      toastFailure(failure);
    }
  }
}
