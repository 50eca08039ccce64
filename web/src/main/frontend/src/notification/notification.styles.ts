import { css } from 'lit';

export const lines = css`
  .line {
    display: grid;
    gap: 2px;
    padding: var(--s2) var(--s3);
    border-inline-start: 3px solid transparent;
    color: var(--text);
    text-decoration: none;
    overflow-wrap: anywhere;
    min-width: 0;
  }
  .line:hover {
    background: var(--hover);
  }
  .line:focus-visible {
    outline-offset: -2px;
  }
  .line[data-unread] {
    border-inline-start-color: var(--accent);
  }
  .line[data-unread] .title {
    font-weight: 620;
  }
  .excerpt {
    display: -webkit-box;
    -webkit-line-clamp: 2;
    -webkit-box-orient: vertical;
    overflow: hidden;
  }
`;
