import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Content } from './parts.js';

/** A column; `kind` decides the alignment and the place on a narrow screen. */
export interface Column<T> {
  readonly name: string;
  readonly kind?: 'title' | 'end' | 'full' | 'actions';
  readonly cell: (row: T) => Content | number;
}

/** A table that becomes a list of cards on narrow screens. Roles are said aloud, as `display` would take them away. */
export const table = <T>(
  label: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
  key: (row: T) => unknown,
) => html`
  <div class="table-box cards" role="group" aria-label=${label} tabindex="0">
    <table role="table" aria-label=${label}>
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map(
            (column) =>
              html`<th role="columnheader" scope="col" class=${alignment(column)}>
                ${column.kind === 'actions' ? html`<span class="visually-hidden">${column.name}</span>` : column.name}
              </th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          rows,
          (row) => key(row),
          (row) =>
            html`<tr role="row">
              ${columns.map((column) => cell(column, row))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
`;

const alignment = (column: Column<never>) =>
  column.kind === 'end' || column.kind === 'actions' ? 'end' : (column.kind ?? nothing);

const cell = <T>(column: Column<T>, row: T) =>
  html`<td role="cell" class=${alignment(column)} data-label=${column.kind === 'actions' ? '' : column.name}>
    ${column.cell(row)}
  </td>`;
