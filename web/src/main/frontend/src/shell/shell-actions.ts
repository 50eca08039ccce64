import type { Action } from '../kernel/actions.js';
import { signOut } from '../kernel/api.js';
import { browserChoices } from '../kernel/preferences.js';
import { navigate } from '../kernel/router.js';
import { session } from '../kernel/session.js';
import { theme, type Theme } from '../kernel/theme.js';
import { signOutAtIssuer } from '../sso/choices.api.js';
import type { IconName } from '../ui/icons.js';
import { toast, toastFailure } from '../ui/toasts.js';
import { NAVIGATION } from './navigation.js';

export const THEME_ICON: Record<Theme, IconName> = { system: 'contrast', light: 'sun', dark: 'moon' };

export const THEME_NAME: Record<Theme, string> = { system: 'as the system', light: 'light', dark: 'dark' };

/** What can be done from everywhere: go to each page, palette, help, theme, account. */
export function shellActions(open: { palette: () => void; help: () => void }): Action[] {
  const go = NAVIGATION.flatMap(({ items }) =>
    items.map((item) => ({
      id: `go.${item.href}`,
      title: `Go to ${item.title}`,
      group: 'Go',
      keys: item.keys,
      run: () => navigate(item.href),
    })),
  );
  return [
    ...go,
    {
      id: 'new.job',
      title: 'New training job',
      group: 'Create',
      keys: 'n t',
      keywords: 'start fine-tune',
      run: () => navigate('/training/new'),
    },
    {
      id: 'new.dataset',
      title: 'Upload a dataset',
      group: 'Create',
      keys: 'n d',
      keywords: 'add',
      run: () => navigate('/datasets?upload=1'),
    },
    {
      id: 'new.model',
      title: 'Import a model',
      group: 'Create',
      keys: 'n m',
      keywords: 'add hub gguf',
      run: () => navigate('/models?import=1'),
    },
    { id: 'palette', title: 'Search or jump to…', group: 'General', keys: 'mod+k', run: open.palette },
    { id: 'help', title: 'Keyboard shortcuts', group: 'General', keys: '?', run: open.help },
    { id: 'theme', title: 'Switch theme', group: 'General', keys: 't', keywords: 'dark light colours', run: nextTheme },
    {
      id: 'invitations',
      title: 'Invitations to workspaces',
      group: 'Account',
      keywords: 'join team accept',
      run: () => navigate('/invitations'),
    },
    { id: 'profile', title: 'Profile & security', group: 'Account', run: () => navigate('/profile') },
    { id: 'password', title: 'Change password', group: 'Account', run: () => navigate('/password') },
    { id: 'sign-out', title: 'Sign out', group: 'Account', run: leave },
  ];
}

function nextTheme() {
  toast(`Theme: ${THEME_NAME[theme.next()]}`, 'info');
}

/** Signs out here, and where an issuer opened the session, there as well. */
export function leave() {
  void end().catch(toastFailure);
}

async function end() {
  // The server has the browser empty its storage, which also holds what is not of the person.
  const putBack = browserChoices();
  const elsewhere = await signOutAtIssuer();
  await signOut().finally(putBack);
  if (elsewhere !== null) location.assign(elsewhere);
}

/** Actions that the person at the keyboard may see. */
export const allowed = (action: Action): boolean => session.isAdmin || !action.id.startsWith('go./admin');
