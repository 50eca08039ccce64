import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PagedList } from '../ui/paged-list.js';
import { empty, moment, pageHeader, tag } from '../ui/parts.js';
import { table, type Column } from '../ui/table.js';
import { View } from '../ui/view.js';
import { LEVEL_NAME, TYPE_NAME, pathOf } from './levels.js';
import { listReceivedShares, type Share } from './shares.api.js';

const COLUMNS: readonly Column<Share>[] = [
  {
    name: 'Name',
    kind: 'title',
    cell: (it) => html`<a href=${pathOf(it.resourceType, it.resourceId)}>${it.resourceName}</a>`,
  },
  { name: 'Kind', cell: (it) => TYPE_NAME[it.resourceType] },
  { name: 'You', cell: (it) => LEVEL_NAME[it.level].toLowerCase() },
  {
    name: 'Shared by',
    cell: (it) => html`${it.sharedBy} ${it.granteeWorkspaceId === null ? nothing : tag(`with ${it.grantee}`)}`,
  },
  { name: 'Note', cell: (it) => (it.note === null || it.note === '' ? '—' : it.note) },
  { name: 'Since', cell: (it) => moment(it.createdAt) },
];

/** What others have shared with the person or with a workspace of theirs. */
@customElement('ws-shared-with-me')
export class SharedWithMe extends View {
  private readonly shares = new PagedList<Share>(this, (_, signal) => listReceivedShares(signal));

  override render() {
    return html`<div class="stack wide">
      ${pageHeader({
        title: 'Shared with me',
        lead: 'Single datasets, training jobs, configurations, models and conversations that others opened to you.',
      })}
      ${this.shares.render(
        'what is shared with you',
        (items) => html`<div class="card flush">${table('Shared with me', COLUMNS, items, (it) => it.id)}</div>`,
        () =>
          html`<div class="card">
            ${empty('inbox', 'Nothing is shared with you', 'What somebody shares with your address is listed here.')}
          </div>`,
      )}
    </div>`;
  }
}
