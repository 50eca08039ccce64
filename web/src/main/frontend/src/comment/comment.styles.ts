import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  article {
    display: grid;
    gap: var(--s2);
    padding: var(--s3) 0;
  }
  :host([lit]) > article {
    background: var(--accent-soft);
    box-shadow: 0 0 0 8px var(--accent-soft);
    border-radius: var(--radius-small);
  }
  .replies {
    display: grid;
    margin-inline-start: var(--s3);
    padding-inline-start: var(--s3);
    border-inline-start: 2px solid var(--line);
  }
  .reaction {
    gap: 4px;
    min-height: 28px;
    padding: 0 8px;
    border-radius: 99px;
    font-size: 0.8125rem;
  }
  .emoji {
    display: inline-flex;
    flex-wrap: wrap;
    border: 1px solid var(--line);
    border-radius: 99px;
    background: var(--raised);
  }
`;
