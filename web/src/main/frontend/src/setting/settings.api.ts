import { api } from '../kernel/api.js';

export type SettingType = 'boolean' | 'integer' | 'text' | 'choice' | 'domains' | 'duration';
export type SettingValue = string | number | boolean;

export interface Setting {
  readonly key: string;
  readonly type: SettingType;
  readonly value: SettingValue;
  readonly fallback: SettingValue;
  readonly changed: boolean;
  readonly least: number | null;
  readonly most: number | null;
  readonly choices: readonly string[];
  readonly description: string;
}

export interface Settings {
  readonly version: number;
  readonly settings: readonly Setting[];
}

export type Changes = Readonly<Record<string, SettingValue | null>>;

/** `settings`, `admin/settings` or `workspaces/<id>/settings`. */
export const readSettings = (path: string, signal?: AbortSignal): Promise<Settings> => api(path, { signal });

export const changeSettings = (path: string, version: number, body: Changes): Promise<Settings> =>
  api(path, { method: 'PATCH', body, ifMatch: version });

/** The name of the model that a new conversation begins with: the person's choice, else the workspace's, else empty. */
export async function defaultModel(workspaceId: string, signal?: AbortSignal): Promise<string> {
  for (const path of ['settings', `workspaces/${encodeURIComponent(workspaceId)}/settings`]) {
    const { settings } = await readSettings(path, signal);
    const name = settings.find((it) => it.key === 'defaultModel')?.value;
    if (typeof name === 'string' && name !== '') return name;
  }
  return '';
}
