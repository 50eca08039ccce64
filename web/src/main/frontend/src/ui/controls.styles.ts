import { css } from 'lit';

/** Buttons, fields, tabs and tables. */
const buttons = css`
  .btn {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: 34px;
    padding: 5px 14px;
    border-radius: var(--radius-small);
    border: 1px solid var(--line);
    background: var(--raised);
    color: var(--text);
    font: inherit;
    font-weight: 540;
    text-decoration: none;
    cursor: pointer;
    white-space: nowrap;
  }
  .btn:hover {
    background: var(--hover);
  }
  .btn.primary {
    background: var(--accent);
    border-color: transparent;
    color: var(--on-accent);
  }
  .btn.primary:hover {
    background: var(--accent-hover);
  }
  .btn.danger {
    color: var(--danger);
  }
  .btn.danger.primary {
    background: var(--danger);
    color: var(--on-danger);
  }
  .btn.ghost {
    border-color: transparent;
    background: none;
  }
  .btn.ghost:hover {
    background: var(--hover);
  }
  .btn.small {
    min-height: 28px;
    padding: 2px 10px;
    font-size: 0.8125rem;
  }
  .btn.icon {
    width: 34px;
    padding: 0;
  }
  .btn.icon.small {
    width: 28px;
  }
  .btn:disabled,
  .btn[aria-disabled='true'] {
    opacity: 0.55;
    cursor: not-allowed;
  }
  .link {
    border: 0;
    background: none;
    padding: 0;
    font: inherit;
    color: var(--accent-text);
    text-decoration: underline;
    text-underline-offset: 2px;
    cursor: pointer;
    text-align: start;
  }
  .toggle[aria-pressed='true'] {
    background: var(--accent-soft);
    color: var(--accent-text);
    border-color: transparent;
  }
`;

const fields = css`
  .field {
    display: grid;
    gap: 4px;
    align-content: start;
    min-width: 0;
  }
  .field > label,
  .field > .label,
  legend {
    font-weight: 560;
    padding: 0;
  }
  .field .hint {
    color: var(--text-2);
    font-size: 0.8125rem;
  }
  .field .error {
    display: block;
    color: var(--danger);
    font-size: 0.8125rem;
  }
  input:not([type='checkbox'], [type='radio'], [type='range'], [type='file']),
  select,
  textarea {
    width: 100%;
    min-height: 34px;
    padding: 5px 10px;
    border-radius: var(--radius-small);
    border: 1px solid var(--line-strong);
    background: var(--surface);
    color: var(--text);
    font: inherit;
  }
  textarea {
    resize: vertical;
    line-height: 1.5;
  }
  input::placeholder,
  textarea::placeholder {
    color: var(--text-2);
    opacity: 1;
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline-offset: -1px;
  }
  [aria-invalid='true'] {
    border-color: var(--danger) !important;
  }
  input[type='checkbox'],
  input[type='radio'],
  input[type='range'] {
    accent-color: var(--accent);
  }
  input[type='checkbox'],
  input[type='radio'] {
    width: 16px;
    height: 16px;
    margin: 0;
    flex: none;
  }
  .check {
    display: flex;
    gap: var(--s2);
    align-items: center;
    min-height: 24px;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-width: 0;
  }
  .search {
    position: relative;
    flex: 1 1 14rem;
    max-width: 22rem;
  }
  .search svg {
    position: absolute;
    inset: 9px auto auto 10px;
    color: var(--text-2);
    pointer-events: none;
  }
  .search input {
    padding-inline-start: 34px !important;
  }
`;

const tables = css`
  .table-box {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 9px 12px;
    text-align: start;
    vertical-align: top;
    border-bottom: 1px solid var(--line);
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 20px;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 20px;
  }
  thead th {
    font-size: 0.75rem;
    font-weight: 560;
    color: var(--text-2);
    white-space: nowrap;
  }
  tbody tr:last-child > * {
    border-bottom: 0;
  }
  tbody tr:hover {
    background: light-dark(rgb(20 30 40 / 2.5%), rgb(255 255 255 / 2.5%));
  }
  td.end,
  th.end {
    text-align: end;
  }
  td.title {
    font-weight: 560;
  }
  td.title a {
    text-decoration: none;
  }
  td.title a:hover {
    text-decoration: underline;
  }
  @media (max-width: 720px) {
    .cards thead {
      position: absolute;
      clip-path: inset(50%);
      width: 1px;
      height: 1px;
      overflow: hidden;
    }
    .cards table,
    .cards tbody,
    .cards tr {
      display: block;
    }
    .cards tr {
      padding: 10px 16px;
      border-bottom: 1px solid var(--line);
    }
    .cards tr:last-child {
      border-bottom: 0;
    }
    .cards td {
      display: flex;
      justify-content: space-between;
      gap: var(--s4);
      padding: 3px 0 !important;
      border: 0;
      text-align: end;
      overflow-wrap: anywhere;
    }
    .cards td::before {
      content: attr(data-label);
      color: var(--text-2);
      font-size: 0.8125rem;
      text-align: start;
      flex: none;
    }
    .cards td.title {
      font-size: 0.9375rem;
      text-align: start;
    }
    .cards td.title::before,
    .cards td[data-label='']::before {
      content: none;
    }
    .cards td.full {
      display: block;
      text-align: start;
    }
  }
`;

const tabs = css`
  .tabs {
    display: flex;
    gap: var(--s1);
    border-bottom: 1px solid var(--line);
    overflow-x: auto;
  }
  .tabs a {
    padding: 8px 12px;
    color: var(--text-2);
    text-decoration: none;
    font-weight: 560;
    border-bottom: 2px solid transparent;
    margin-bottom: -1px;
    white-space: nowrap;
  }
  .tabs a:hover {
    color: var(--text);
  }
  .tabs a:focus-visible {
    outline-offset: -3px;
  }
  .tabs a[aria-current] {
    color: var(--accent-text);
    border-color: var(--accent);
  }
`;

export const controls = [buttons, fields, tables, tabs];
