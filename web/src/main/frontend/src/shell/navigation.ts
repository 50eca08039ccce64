import type { IconName } from '../ui/icons.js';

export interface NavItem {
  readonly href: string;
  readonly title: string;
  readonly icon: IconName;
  readonly keys: string;
}

/** The sidebar, the palette and the keys are made from this one list. */
export const NAVIGATION: readonly { title: string; admin: boolean; items: readonly NavItem[] }[] = [
  {
    title: 'Work',
    admin: false,
    items: [
      { href: '/', title: 'Home', icon: 'home', keys: 'g h' },
      { href: '/datasets', title: 'Datasets', icon: 'dataset', keys: 'g d' },
      { href: '/training', title: 'Training', icon: 'training', keys: 'g t' },
      { href: '/models', title: 'Models', icon: 'model', keys: 'g m' },
      { href: '/chat', title: 'Chat', icon: 'chat', keys: 'g c' },
      { href: '/shared', title: 'Shared with me', icon: 'inbox', keys: 'g i' },
      { href: '/activity', title: 'Activity', icon: 'activity', keys: 'g y' },
    ],
  },
  {
    title: 'Administration',
    admin: true,
    items: [
      { href: '/admin/users', title: 'Users', icon: 'users', keys: 'g u' },
      { href: '/admin/workspaces', title: 'Workspaces', icon: 'workspace', keys: 'g j' },
      { href: '/admin/identity-providers', title: 'Identity providers', icon: 'key', keys: 'g v' },
      { href: '/admin/system', title: 'System status', icon: 'system', keys: 'g s' },
      { href: '/admin/outbound', title: 'Outbound', icon: 'outbound', keys: 'g o' },
      { href: '/admin/audit', title: 'Audit log', icon: 'search', keys: 'g a' },
      { href: '/admin/settings', title: 'Settings', icon: 'info', keys: 'g x' },
      { href: '/admin/flags', title: 'Feature flags', icon: 'split', keys: 'g f' },
    ],
  },
  {
    title: 'Developers',
    admin: false,
    items: [{ href: '/api-reference', title: 'API reference', icon: 'reference', keys: 'g r' }],
  },
  {
    title: 'Settings',
    admin: false,
    items: [
      { href: '/settings/preferences', title: 'Preferences', icon: 'contrast', keys: 'g p' },
      { href: '/workspace', title: 'Workspace', icon: 'workspace', keys: 'g w' },
      { href: '/settings/secrets', title: 'Secrets', icon: 'key', keys: 'g e' },
      { href: '/settings/api-keys', title: 'API keys', icon: 'key', keys: 'g k' },
    ],
  },
];
