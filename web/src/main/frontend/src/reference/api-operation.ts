import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { curl } from '../kernel/curl.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import '../ui/copy-button.js';
import { table, type Column } from '../ui/table.js';
import { sketch, typeName, type OpenApi, type Operation, type Parameter, type Schema } from './openapi.js';

const PARAMETERS: readonly Column<Parameter>[] = [
  {
    name: 'Parameter',
    kind: 'title',
    cell: (it) => html`<code>${it.name}</code>${it.required === true ? ' (required)' : ''}`,
  },
  { name: 'In', cell: (it) => it.in },
  { name: 'Type', cell: (it) => typeName(it.schema) },
  { name: 'Description', cell: (it) => it.description ?? '' },
];

/** One operation of the API, folded to a line until it is opened. */
@customElement('ws-api-operation')
export class ApiOperation extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
      }
      summary {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: var(--s1) var(--s3);
        padding: 9px 20px;
        cursor: pointer;
      }
      summary:hover {
        background: var(--hover);
      }
      summary code {
        overflow-wrap: anywhere;
      }
      .method {
        width: 4rem;
        font: 600 0.75rem var(--mono);
        text-transform: uppercase;
        color: var(--info);
      }
      .method[data-method='post'] {
        color: var(--ok);
      }
      .method[data-method='patch'],
      .method[data-method='put'] {
        color: var(--warn);
      }
      .method[data-method='delete'] {
        color: var(--danger);
      }
      .body {
        padding: var(--s2) 20px var(--s4);
      }
      pre {
        margin: 0;
        padding: var(--s3);
        overflow: auto;
        max-height: 24rem;
        border-radius: var(--radius);
        background: var(--sunken);
      }
    `,
  ];

  @property({ attribute: false }) operation: Operation | undefined;
  @property({ attribute: false }) document: OpenApi | undefined;
  @state() private opened = false;

  override render() {
    const it = this.operation;
    if (it === undefined) return nothing;
    return html`<details @toggle=${(event: Event) => (this.opened = (event.target as HTMLDetailsElement).open)}>
      <summary>
        <span class="method" data-method=${it.method}>${it.method}</span>
        <code>${it.path}</code>
        <span class="muted">${it.summary ?? ''}</span>
      </summary>
      ${this.opened ? this.body(it) : nothing}
    </details>`;
  }

  private body(it: Operation) {
    const request = schemaOf(it.requestBody?.content);
    const example = request === undefined ? undefined : this.draw(request);
    return html`<div class="body stack">
      ${it.description === undefined ? nothing : html`<p>${it.description}</p>`}
      ${
        (it.parameters ?? []).length === 0
          ? nothing
          : table('Parameters', PARAMETERS, it.parameters ?? [], (parameter) => `${parameter.in} ${parameter.name}`)
      }
      ${
        example === undefined
          ? nothing
          : html`<h3>Request</h3>
              ${json(example)}`
      }
      ${Object.entries(it.responses ?? {}).map(([status, response]) => {
        const schema = schemaOf(response.content);
        return html`<div class="stack tight">
          <h3>${status} <span class="muted">${response.description ?? ''}</span></h3>
          ${schema === undefined ? nothing : json(this.draw(schema))}
        </div>`;
      })}
      <div>
        <ws-copy-button
          small
          label="Copy as curl"
          .text=${() => curl(it.method.toUpperCase(), it.path, example)}
        ></ws-copy-button>
      </div>
    </div>`;
  }

  private draw(schema: Schema): unknown {
    return this.document === undefined ? undefined : sketch(schema, this.document);
  }
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

const schemaOf = (content: Content | undefined): Schema | undefined => Object.values(content ?? {})[0]?.schema;

const json = (value: unknown) => html`<pre tabindex="0">${JSON.stringify(value, null, 2)}</pre>`;
