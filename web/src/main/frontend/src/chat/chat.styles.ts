import { css } from 'lit';

export const styles = css`
  .frame {
    display: grid;
    grid-template-columns: 15rem minmax(0, 1fr);
    gap: var(--s5);
  }
  .frame.alone {
    grid-template-columns: minmax(0, 1fr);
  }
  .list {
    position: sticky;
    top: calc(51px + var(--s5));
    align-self: start;
    max-height: calc(100dvh - 51px - 2 * var(--s5));
    overflow-y: auto;
  }
  .narrow {
    display: none;
  }
  .page {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    gap: var(--s4);
    width: 100%;
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
  .title {
    margin: 0;
    font-size: 1.125rem;
    overflow-wrap: anywhere;
  }
  @media (max-width: 1000px) {
    .frame {
      grid-template-columns: minmax(0, 1fr);
    }
    .list {
      display: none;
    }
    .narrow {
      display: inline-flex;
    }
  }
`;
