import { html, nothing } from 'lit';
import { field, type Content } from '../ui/parts.js';

export interface Input {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly hint?: Content;
  readonly error?: string | undefined;
  readonly type?: 'text' | 'password' | 'number';
  readonly required?: boolean;
  readonly placeholder?: string;
}

/** A labelled line of text that tells what is typed. */
export const textInput = (it: Input) =>
  field({
    id: it.id,
    label: it.label,
    control: html`<input
      id=${it.id}
      type=${it.type ?? 'text'}
      .value=${it.value}
      ?required=${it.required === true}
      placeholder=${it.placeholder ?? nothing}
      autocomplete=${it.type === 'password' ? 'new-password' : 'off'}
      spellcheck="false"
      aria-describedby=${it.hint === undefined && it.error === undefined ? nothing : `${it.id}-hint`}
      aria-invalid=${it.error === undefined ? nothing : 'true'}
      @input=${(event: Event) => it.set((event.target as HTMLInputElement).value)}
    />`,
    ...(it.hint === undefined ? {} : { hint: it.hint }),
    error: it.error,
  });

/** A labelled box to tick, with what it means. */
export const checkInput = (id: string, label: string, hint: string, value: boolean, set: (value: boolean) => void) =>
  html`<div class="field">
    <label class="check" for=${id}>
      <input
        id=${id}
        type="checkbox"
        .checked=${value}
        aria-describedby="${id}-hint"
        @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
      />${label}
    </label>
    <div id="${id}-hint"><span class="hint">${hint}</span></div>
  </div>`;

export const choiceInput = (
  id: string,
  label: string,
  choices: readonly (readonly [string, string])[],
  value: string,
  set: (value: string) => void,
) =>
  field({
    id,
    label,
    control: html`<select id=${id} @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}>
      ${choices.map(([key, text]) => html`<option value=${key} ?selected=${key === value}>${text}</option>`)}
    </select>`,
  });
