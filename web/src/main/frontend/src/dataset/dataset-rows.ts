import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { count } from '../kernel/format.js';
import { router } from '../kernel/router.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { PagedList } from '../ui/paged-list.js';
import { empty } from '../ui/parts.js';
import { searchBox } from '../ui/search-box.js';
import { readRows, type Dataset, type DatasetRow } from './datasets.api.js';
import { rowContent } from './row-content.js';

/** The examples of a dataset as they will be learnt, with search. */
@customElement('ws-dataset-rows')
export class DatasetRows extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      ol {
        padding: 0;
      }
      li {
        display: grid;
        grid-template-columns: 4.5rem minmax(0, 1fr);
        gap: var(--s3);
        padding: var(--s3) 20px;
        border-bottom: 1px solid var(--line);
      }
      li:last-child {
        border-bottom: 0;
      }
      .turn {
        display: grid;
        grid-template-columns: 5rem minmax(0, 1fr);
        gap: var(--s2);
        padding: 2px 0;
      }
      .role {
        font-size: 0.75rem;
        line-height: 1.75;
        color: var(--text-2);
      }
      .turn[data-role='assistant'] .role {
        color: var(--accent-text);
        font-weight: 600;
      }
      .text {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        margin: 0;
        max-height: 16rem;
        overflow-y: auto;
      }
      @media (max-width: 720px) {
        li,
        .turn {
          grid-template-columns: minmax(0, 1fr);
          gap: 2px;
        }
        li {
          padding: var(--s3) var(--s4);
        }
      }
    `,
  ];

  @property({ attribute: false }) shown: Dataset | undefined;
  @property() search = '';

  private readonly rows = new PagedList<DatasetRow>(
    this,
    (query, signal) =>
      readRows(this.shown?.id ?? '', { ...query, search: this.search, version: this.shown?.currentVersion }, signal),
    () => [this.shown?.id, this.shown?.currentVersion, this.search],
  );

  override render() {
    return html`<div class="stack">
      ${searchBox('Search in the rows', this.search, (rows) => router.setQuery({ rows }))}
      ${this.rows.render(
        'rows',
        (rows) =>
          html`<div class="card flush">
            <ol aria-label="Rows">
              ${repeat(
                rows,
                (row) => row.index,
                (row) =>
                  html`<li>
                    <span class="muted small num">Line ${count(row.line)}</span>
                    <div>${rowContent(row.content)}</div>
                  </li>`,
              )}
            </ol>
          </div>`,
        () => html`<div class="card">${empty('search', 'No row contains that', 'Try another word.')}</div>`,
      )}
    </div>`;
  }
}
