import { css } from 'lit';

/** What a state looks like: badges, notices, progress, and the shapes of loading and emptiness. */
export const states = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 1px 8px;
    border-radius: 99px;
    font-size: 0.75rem;
    font-weight: 560;
    line-height: 1.5;
    white-space: nowrap;
    background: var(--sunken);
    color: var(--text-2);
  }
  .badge::before {
    content: '';
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: currentColor;
  }
  .badge.plain::before {
    content: none;
  }
  .badge[data-tone='ok'] {
    background: var(--ok-soft);
    color: var(--ok);
  }
  .badge[data-tone='info'] {
    background: var(--info-soft);
    color: var(--info);
  }
  .badge[data-tone='warn'] {
    background: var(--warn-soft);
    color: var(--warn);
  }
  .badge[data-tone='danger'] {
    background: var(--danger-soft);
    color: var(--danger);
  }
  .badge[data-busy]::before {
    animation: pulse 1.4s ease-in-out infinite;
  }
  .notice {
    display: flex;
    gap: var(--s3);
    padding: var(--s3) var(--s4);
    border-radius: var(--radius);
    border: 1px solid var(--line);
    background: var(--surface);
    align-items: flex-start;
    overflow-wrap: anywhere;
  }
  .notice > svg {
    margin-top: 1px;
  }
  .notice[data-tone='danger'] {
    background: var(--danger-soft);
    border-color: transparent;
  }
  .notice[data-tone='danger'] > svg {
    color: var(--danger);
  }
  .notice[data-tone='warn'] {
    background: var(--warn-soft);
    border-color: transparent;
  }
  .notice[data-tone='warn'] > svg {
    color: var(--warn);
  }
  .notice[data-tone='info'] {
    background: var(--info-soft);
    border-color: transparent;
  }
  .notice[data-tone='ok'] {
    background: var(--ok-soft);
    border-color: transparent;
  }
  .empty {
    display: grid;
    align-content: center;
    justify-items: center;
    text-align: center;
    gap: var(--s3);
    padding: var(--s7) var(--s4);
  }
  .empty > svg {
    width: 36px;
    height: 36px;
    color: var(--text-2);
  }
  .empty p {
    color: var(--text-2);
    max-width: 32rem;
  }
  .bone {
    height: 1rem;
    border-radius: var(--radius-small);
    background: var(--hover);
    animation: pulse 1.4s ease-in-out infinite;
  }
  .bone.tall {
    height: 3rem;
  }
  progress {
    appearance: none;
    display: block;
    width: 100%;
    height: 6px;
    border: 0;
    border-radius: 99px;
    overflow: hidden;
    background: var(--hover);
  }
  progress::-webkit-progress-bar {
    background: var(--hover);
  }
  progress::-webkit-progress-value {
    background: var(--accent);
    border-radius: 99px;
    transition: width 0.3s;
  }
  progress::-moz-progress-bar {
    background: var(--accent);
  }
  progress:indeterminate {
    animation: pulse 1.4s ease-in-out infinite;
    background: var(--accent);
  }
  .spinner {
    width: 1em;
    height: 1em;
    border-radius: 50%;
    border: 2px solid currentColor;
    border-right-color: transparent;
    animation: spin 0.8s linear infinite;
  }
  @keyframes pulse {
    50% {
      opacity: 0.45;
    }
  }
  @keyframes spin {
    to {
      rotate: 1turn;
    }
  }
`;
