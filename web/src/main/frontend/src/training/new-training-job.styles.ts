import { css } from 'lit';

export const styles = css`
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 20rem;
    gap: var(--s5);
    align-items: start;
  }
  .side {
    position: sticky;
    top: 74px;
  }
  .two {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
    gap: var(--s4) var(--s5);
  }
  summary {
    cursor: pointer;
    font-weight: 620;
  }
  details[open] summary {
    margin-bottom: var(--s4);
  }
  @media (max-width: 1100px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .side {
      position: static;
    }
  }
`;
