import { html } from 'lit';
import { words } from '../kernel/format.js';
import { fact } from '../ui/parts.js';
import { textOf } from './parameter-values.js';

/** Every parameter with its value, for reading. */
export const parameterFacts = (values: Readonly<Record<string, unknown>>) =>
  html`<dl class="facts">${flat(values).map(([name, value]) => fact(title(name), value))}</dl>`;

function flat(values: Readonly<Record<string, unknown>>, prefix = ''): [string, string][] {
  return Object.entries(values).flatMap(([name, value]): [string, string][] => {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      return flat(value as Record<string, unknown>, `${name} `);
    }
    return [[prefix + name, Array.isArray(value) ? value.join(', ') : textOf(value) || '—']];
  });
}

/** `lora targetModules` → `Lora target modules`. */
const title = (name: string): string =>
  words(name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()).replace(/^Lora/, 'LoRA');
