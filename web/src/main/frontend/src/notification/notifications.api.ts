import { api, type Page, type Query } from '../kernel/api.js';
import { session } from '../kernel/session.js';

export interface Notification {
  readonly id: string;
  readonly kind: string;
  readonly workspaceId: string | null;
  readonly title: string;
  readonly excerpt: string;
  readonly link: string;
  readonly createdAt: string;
  readonly readAt: string | null;
}

export interface Preference {
  readonly kind: string;
  readonly inApp: boolean;
  readonly mail: boolean;
}

const of = (id: string): string => `notifications/${encodeURIComponent(id)}`;

/** The topic of the person who is signed in. */
export const topic = (): string | undefined =>
  session.me === undefined ? undefined : `notifications/${session.me.id}`;

export const listNotifications = (query: Query, signal?: AbortSignal): Promise<Page<Notification>> =>
  api('notifications', { query, signal });

export const countUnread = async (): Promise<number> => (await api<{ unread: number }>('notifications/unread')).unread;

export const markRead = (id: string): Promise<Notification> => api(`${of(id)}/read`, { method: 'POST' });

export const markAllRead = (): Promise<unknown> => api('notifications/read', { method: 'POST' });

export const deleteNotification = (id: string): Promise<void> => api(of(id), { method: 'DELETE' });

export const listPreferences = async (signal?: AbortSignal): Promise<readonly Preference[]> =>
  (await api<Page<Preference>>('notifications/preferences', { signal })).items;

export const setPreference = ({ kind, inApp, mail }: Preference): Promise<Preference> =>
  api(`notifications/preferences/${kind}`, { method: 'PUT', body: { inApp, mail } });
