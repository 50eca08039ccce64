import { css } from 'lit';
import { states } from './states.styles.js';

/** Reset, text and layout; every element of ours adopts it. */
const layout = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: 1.375rem;
    line-height: 1.3;
    letter-spacing: -0.01em;
    font-weight: 650;
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: 1rem;
    line-height: 1.4;
    font-weight: 620;
  }
  h3 {
    font-size: 0.875rem;
    font-weight: 620;
  }
  a {
    color: var(--accent-text);
    text-underline-offset: 2px;
    text-decoration-thickness: 1px;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
    border-radius: var(--radius-small);
  }
  svg.icon {
    width: 1.125em;
    height: 1.125em;
    flex: none;
    vertical-align: -0.2em;
  }
  code,
  pre,
  .mono {
    font-family: var(--mono);
    font-size: 0.8125rem;
  }
  .visually-hidden {
    position: absolute;
    width: 1px !important;
    height: 1px !important;
    min-height: 0 !important;
    padding: 0 !important;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .muted {
    color: var(--text-2);
  }
  .small {
    font-size: 0.8125rem;
  }
  .num {
    font-variant-numeric: tabular-nums;
  }
  .stack {
    display: grid;
    gap: var(--s4);
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }
  .stack.tight {
    gap: var(--s2);
  }
  .stack.wide {
    gap: var(--s5);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s2);
  }
  .row.apart {
    justify-content: space-between;
  }
  .grow {
    flex: 1 1 auto;
    min-width: 0;
  }
  .truncate {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .card {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: var(--shadow);
    padding: var(--s4) 20px;
    min-width: 0;
  }
  .card > h2:first-child,
  .card > .row:first-child > h2 {
    margin: 0;
  }
  .card.flush {
    padding: 0;
    overflow: hidden;
  }
  .page-header {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s3) var(--s4);
    align-items: flex-start;
    justify-content: space-between;
  }
  .page-header .lead {
    color: var(--text-2);
    margin-top: 2px;
    max-width: 44rem;
  }
  .crumb {
    font-size: 0.8125rem;
    margin-bottom: 2px;
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr));
    gap: var(--s3) var(--s4);
  }
  .facts dt {
    color: var(--text-2);
    font-size: 0.75rem;
  }
  .facts dd {
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .facts.large dd {
    font-size: 1.0625rem;
    font-weight: 600;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
    }
  }
`;

export const base = [layout, states];
