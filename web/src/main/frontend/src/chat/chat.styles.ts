import { css } from 'lit';

export const styles = css`
  .page {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    gap: var(--s4);
    max-width: 52rem;
    margin: 0 auto;
    min-height: calc(100dvh - 51px - 2 * var(--s5));
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--s3);
  }
  .bar .field {
    flex: 1 1 16rem;
  }
  .talk {
    display: grid;
    gap: var(--s5);
    align-content: start;
  }
  .talk li {
    display: grid;
    gap: 6px;
    min-width: 0;
  }
  .mine {
    justify-self: end;
    max-width: 85%;
    padding: 10px 14px;
    border-radius: 14px 14px 4px 14px;
    background: var(--accent-soft);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .tools {
    min-height: 28px;
    color: var(--text-2);
  }
  .ask {
    position: sticky;
    bottom: 0;
    display: grid;
    gap: var(--s2);
    padding: var(--s2) 0 var(--s4);
    background: var(--page);
  }
  .box {
    display: flex;
    align-items: end;
    gap: var(--s2);
    padding: var(--s2);
    border: 1px solid var(--line-strong);
    border-radius: 14px;
    background: var(--surface);
  }
  .box:focus-within {
    outline: 2px solid var(--accent);
    outline-offset: -1px;
  }
  .box textarea {
    border: 0;
    outline: none;
    background: none;
    resize: none;
    max-height: 40vh;
    field-sizing: content;
  }
  .settings {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
    gap: var(--s3);
  }
  .settings .wide {
    grid-column: 1 / -1;
  }
`;
