import { Task } from '@lit/task';
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api } from '../kernel/api.js';
import { router } from '../kernel/router.js';
import { empty, pageHeader } from '../ui/parts.js';
import { searchBox } from '../ui/search-box.js';
import { View, reading } from '../ui/view.js';
import { operationsOf, type OpenApi, type Operation } from './openapi.js';
import './api-operation.js';

/** The API as the server describes it, to be searched and copied from. The search stands in the address. */
@customElement('ws-api-reference')
export class ApiReference extends View {
  static override styles = [
    ...View.styles,
    css`
      ws-api-operation + ws-api-operation {
        border-top: 1px solid var(--line);
      }
    `,
  ];

  private readonly document = new Task(this, {
    task: (_: readonly never[], { signal }) => api<OpenApi>('/openapi', { query: { format: 'json' }, signal }),
    args: () => [] as const,
  });

  private get search(): string {
    return this.query.get('search') ?? '';
  }

  override render() {
    return html`<div class="stack wide">
      ${pageHeader({
        title: 'API reference',
        lead: html`Everything this page shows is done through the API. A token for scripts on the same machine comes
          from <code>./whetstone token</code>; the description itself is at <a href="/openapi">/openapi</a>.`,
      })}
      ${reading(this.document, 'the description', (document) => this.filled(document))}
    </div>`;
  }

  private filled(document: OpenApi) {
    const wanted = this.search.toLowerCase();
    const groups = [...operationsOf(document)]
      .map(([name, all]) => [name, all.filter((it) => textOf(it).includes(wanted))] as const)
      .filter(([, found]) => found.length > 0);
    return html`
      ${searchBox('Search operations', this.search, (search) => router.setQuery({ search }))}
      ${groups.length === 0 ? empty('search', 'No operation is called that', 'Try a part of the path.') : ''}
      ${groups.map(
        ([name, operations]) =>
          html`<section class="stack tight" aria-label=${name}>
            <h2>${name}</h2>
            <div class="card flush">
              ${operations.map(
                (it) => html`<ws-api-operation .operation=${it} .document=${document}></ws-api-operation>`,
              )}
            </div>
          </section>`,
      )}
    `;
  }
}

const textOf = (it: Operation): string => `${it.method} ${it.path} ${it.summary ?? ''} ${it.group}`.toLowerCase();
