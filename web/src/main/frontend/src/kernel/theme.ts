import { recall, remember } from './preferences.js';

export type Theme = 'system' | 'light' | 'dark';

const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };

/**
 * Light, dark or as the system says. `theme-boot.ts` sets the same attribute before the first paint.
 *
 * @fires change - When the colours changed, by choice or by the system.
 */
class ThemeChoice extends EventTarget {
  constructor() {
    super();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () =>
      this.dispatchEvent(new Event('change')),
    );
  }

  get current(): Theme {
    const stored = recall('theme');
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  }

  set(theme: Theme): void {
    remember('theme', theme === 'system' ? undefined : theme);
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    this.dispatchEvent(new Event('change'));
  }

  next(): Theme {
    const theme = NEXT[this.current];
    this.set(theme);
    return theme;
  }
}

export const theme = new ThemeChoice();
