import { remember } from './preferences.js';

/** Sets the size of the text in pixels, or the browser's own. `theme-boot.ts` does the same before the first paint. */
export function setTextSize(pixels: number | undefined): void {
  remember('fontSize', pixels === undefined ? undefined : String(pixels));
  document.documentElement.style.fontSize = pixels === undefined ? '' : `${pixels}px`;
}
