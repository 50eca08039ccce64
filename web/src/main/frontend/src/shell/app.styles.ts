import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  .frame {
    display: grid;
    grid-template: auto 1fr / 15rem minmax(0, 1fr);
    min-height: 100dvh;
  }
  .side {
    grid-row: 1 / 3;
    position: sticky;
    top: 0;
    height: 100dvh;
    border-inline-end: 1px solid var(--line);
    background: var(--surface);
  }
  .top {
    position: sticky;
    top: 0;
    z-index: 10;
    display: flex;
    align-items: center;
    gap: var(--s2);
    padding: var(--s2) var(--s5);
    background: var(--page);
    border-bottom: 1px solid var(--line);
  }
  main {
    padding: var(--s5);
    min-width: 0;
  }
  main:focus-visible {
    outline: none;
  }
  .frame > main {
    width: 100%;
    max-width: 84rem;
    margin: 0 auto;
  }
  .alone {
    max-width: 32rem;
    margin: 12vh auto 0;
  }
  .read-only {
    margin-bottom: var(--s3);
  }
  .menu {
    display: none;
  }
  .jump {
    display: flex;
    align-items: center;
    gap: var(--s2);
    width: min(22rem, 100%);
    min-height: 34px;
    padding: 4px 10px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--surface);
    color: var(--text-2);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .jump:hover {
    border-color: var(--line-strong);
  }
  kbd {
    font: 0.75rem/1.4 var(--font);
    padding: 0 6px;
    border: 1px solid var(--line);
    border-radius: 4px;
    background: var(--sunken);
    white-space: nowrap;
  }
  .offline {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--warn);
    font-size: 0.8125rem;
  }
  .skip {
    position: fixed;
    inset: var(--s2) auto auto var(--s2);
    z-index: 50;
    padding: var(--s2) var(--s4);
    background: var(--accent);
    color: var(--on-accent);
    border-radius: var(--radius-small);
    transform: translateY(-200%);
  }
  .skip:focus {
    transform: none;
  }
  .drawer {
    margin: 0;
    padding: 0;
    border: 0;
    width: min(17rem, 85vw);
    height: 100dvh;
    max-height: none;
    background: var(--surface);
    color: var(--text);
    box-shadow: var(--shadow-raised);
  }
  .drawer::backdrop {
    background: rgb(10 14 18 / 50%);
  }
  @media (max-width: 900px) {
    .frame {
      grid-template-columns: minmax(0, 1fr);
    }
    .side,
    .help {
      display: none;
    }
    .menu {
      display: inline-flex;
    }
    .top {
      padding: var(--s2) var(--s3);
    }
    .jump kbd {
      display: none;
    }
    .offline span:last-child {
      display: none;
    }
    main {
      padding: var(--s4) var(--s4) var(--s6);
    }
  }
`;
