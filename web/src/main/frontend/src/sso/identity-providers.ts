import { Task } from '@lit/task';
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ViewActions } from '../kernel/actions.js';
import { navigate } from '../kernel/router.js';
import { icon } from '../ui/icons.js';
import { badge, empty, moment, pageHeader } from '../ui/parts.js';
import { table, type Column } from '../ui/table.js';
import { View, reading } from '../ui/view.js';
import { listProviders, type Provider } from './providers.api.js';

/** Who else may say who somebody is: the issuers and directories of this installation. */
@customElement('ws-identity-providers')
export class IdentityProviders extends View {
  static override styles = [
    ...View.styles,
    css`
      td {
        overflow-wrap: anywhere;
      }
    `,
  ];

  private readonly providers = new Task(this, {
    task: (_, { signal }) => listProviders(signal),
    args: () => [] as const,
  });

  private readonly columns: readonly Column<Provider>[] = [
    {
      name: 'Name',
      kind: 'title',
      cell: (it) => html`<a href="/admin/identity-providers/${it.id}">${it.name}</a>`,
    },
    { name: 'Kind', cell: (it) => (it.kind === 'oidc' ? 'OpenID Connect' : 'LDAP') },
    { name: 'Server', cell: (it) => it.oidc?.issuer ?? it.ldap?.server ?? '' },
    { name: 'Domains', cell: (it) => (it.rules.emailDomains.length === 0 ? 'any' : it.rules.emailDomains.join(', ')) },
    { name: 'Status', cell: (it) => badge(it.enabled ? 'active' : 'disabled') },
    { name: 'Changed', cell: (it) => moment(it.updatedAt) },
  ];

  constructor() {
    super();
    new ViewActions(this, () => [
      { id: 'providers.new', title: 'Add an issuer', group: 'This page', keys: 'n', run: () => navigate(ADD_OIDC) },
    ]);
  }

  override render() {
    const add = html`<a class="btn" href=${ADD_LDAP}>${icon('plus')}Add LDAP</a
      ><a class="btn primary" href=${ADD_OIDC}>${icon('plus')}Add OpenID Connect</a>`;
    return html`<div class="stack wide">
      ${pageHeader({
        title: 'Identity providers',
        lead: 'People may sign in with the accounts that they have elsewhere.',
        actions: add,
      })}
      ${reading(this.providers, 'identity providers', (items) =>
        items.length === 0
          ? html`<div class="card">
              ${empty('key', 'Nobody but us', 'Add the issuer or the directory that your people sign in with.', add)}
            </div>`
          : html`<div class="card flush">${table('Identity providers', this.columns, items, (it) => it.id)}</div>`,
      )}
    </div>`;
  }
}

const ADD_OIDC = '/admin/identity-providers/new?kind=oidc';
const ADD_LDAP = '/admin/identity-providers/new?kind=ldap';
