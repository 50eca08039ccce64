import { api } from './api.js';
import { session } from './session.js';
import { followTextSize } from './text-size.js';
import { theme, type Theme } from './theme.js';

interface Stored {
  readonly version: number;
  readonly settings: readonly { readonly key: string; readonly value: unknown; readonly changed: boolean }[];
}

let known: Theme | undefined;
let asked = '';

/** Keeps the colours of this browser and the person's preference the same, whichever is changed, and the text's size. */
export function syncTheme(): void {
  session.addEventListener('change', () => void adopt());
  theme.addEventListener('change', () => void save());
}

/** Once after signing in, the stored preference colours this browser. */
async function adopt(): Promise<void> {
  if (session.state !== 'signed-in' || session.me === undefined || asked === session.me.id) return;
  asked = session.me.id;
  try {
    const stored = await api<Stored>('settings');
    followTextSize(stored.settings);
    const colours = stored.settings.find((it) => it.key === 'theme');
    known = (colours?.value ?? 'system') as Theme;
    if (colours?.changed === true) theme.set(known);
    else await save();
  } catch {
    // The colours of this browser stay: they are a preference, not a fault to report.
    asked = '';
  }
}

async function save(): Promise<void> {
  const chosen = theme.current;
  if (session.state !== 'signed-in' || known === undefined || chosen === known) return;
  known = chosen;
  try {
    const { version } = await api<Stored>('settings');
    const body = { theme: chosen === 'system' ? null : chosen };
    await api('settings', { method: 'PATCH', body, ifMatch: version });
  } catch {
    // It holds in this browser all the same, and the next choice is stored again.
  }
}
