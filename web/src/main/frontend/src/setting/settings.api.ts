import { api } from '../kernel/api.js';

export type SettingType =
  'boolean' | 'integer' | 'number' | 'text' | 'choice' | 'url' | 'time_zone' | 'domains' | 'duration';
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
