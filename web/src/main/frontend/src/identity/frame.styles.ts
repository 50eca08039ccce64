import { css } from 'lit';

/** The narrow column of the pages outside the shell. */
export const frame = css`
  .frame {
    display: grid;
    gap: var(--s4);
    width: min(24rem, 100%);
    margin: 9vh auto 0;
  }
  .frame > img {
    width: 44px;
    height: 44px;
  }
  .frame .card {
    padding: var(--s5);
  }
  .frame .btn.primary {
    min-height: 38px;
  }
`;
