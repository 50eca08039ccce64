import { html } from 'lit';
import { icon } from './icons.js';

const PATIENCE_MS = 250;
let timer: ReturnType<typeof setTimeout> | undefined;

/** A search field that tells what is wanted once the typing rests. */
export const searchBox = (label: string, value: string, wanted: (text: string) => void) => html`
  <div class="search" role="search">
    ${icon('search')}
    <input
      type="search"
      aria-label=${label}
      placeholder=${label}
      .value=${value}
      @input=${(event: Event) => {
        const text = (event.target as HTMLInputElement).value;
        clearTimeout(timer);
        timer = setTimeout(() => wanted(text), PATIENCE_MS);
      }}
    />
  </div>
`;
