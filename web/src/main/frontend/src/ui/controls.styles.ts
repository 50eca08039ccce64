import { css } from 'lit';
import { tables } from './table.styles.js';

/** Buttons, fields and tabs. */
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
