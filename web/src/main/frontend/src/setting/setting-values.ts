import { spoken } from './duration.js';
import type { Changes, Setting, SettingValue } from './settings.api.js';

/** `embeddingBaseUrl` → `Embedding base url`. */
export function titleOf(key: string): string {
  const spaced = key.replace(/([A-Z])/g, ' $1').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** What a control holds, as the API takes it. */
export function valueOf(setting: Setting, control: { value: string; checked?: boolean }): SettingValue {
  if (setting.type === 'boolean') return control.checked === true;
  if (setting.type === 'integer') return Number(control.value);
  return control.value.trim();
}

/** Only what differs; a value that is the default again is reset. */
export function changesOf(settings: readonly Setting[], edited: ReadonlyMap<string, SettingValue>): Changes {
  const changes: Record<string, SettingValue | null> = {};
  for (const setting of settings) {
    const next = edited.get(setting.key);
    if (next === undefined || next === setting.value) continue;
    changes[setting.key] = next === setting.fallback ? null : next;
  }
  return changes;
}

/** The default as a person reads it. */
export function defaultOf(setting: Setting): string {
  if (setting.fallback === '') return 'empty';
  if (typeof setting.fallback === 'boolean') return setting.fallback ? 'on' : 'off';
  return setting.type === 'duration' ? spoken(String(setting.fallback)) : String(setting.fallback);
}
