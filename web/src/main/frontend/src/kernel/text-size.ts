import { remember } from './preferences.js';

interface Choice {
  readonly key: string;
  readonly value: unknown;
  readonly changed: boolean;
}

/** Follows the person's preference, or the browser where there is none. */
export function followTextSize(settings: readonly Choice[]): void {
  const size = settings.find((it) => it.key === 'fontSize');
  setTextSize(size?.changed === true ? Number(size.value) : undefined);
}

/** Sets the size of the text in pixels, or the browser's own. `theme-boot.ts` does the same before the first paint. */
function setTextSize(pixels: number | undefined): void {
  remember('fontSize', pixels === undefined ? undefined : String(pixels));
  document.documentElement.style.fontSize = pixels === undefined ? '' : `${pixels}px`;
}
