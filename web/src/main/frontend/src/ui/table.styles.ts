import { css } from 'lit';

/** Tables, which become lists of cards on narrow screens. */
export const tables = css`
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
