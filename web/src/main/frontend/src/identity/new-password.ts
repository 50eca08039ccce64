import { html } from 'lit';
import { field } from '../ui/parts.js';
import { strength } from './strength.js';

interface NewPassword {
  readonly value: string;
  readonly minimum: number;
  readonly error: string | undefined;
  readonly typed: (value: string) => void;
}

/** The field for a new password, with a hint at its strength. */
export const newPassword = (it: NewPassword) =>
  field({
    id: 'next',
    label: 'New password',
    control: html`<input
      id="next"
      name="newPassword"
      type="password"
      required
      minlength=${it.minimum}
      maxlength="256"
      autocomplete="new-password"
      aria-describedby="next-hint"
      @input=${(event: Event) => it.typed((event.target as HTMLInputElement).value)}
    />`,
    hint:
      it.value === ''
        ? `At least ${it.minimum} characters. Longer is better than complicated.`
        : html`<span role="status">Strength: ${strength(it.value, it.minimum)}</span>`,
    error: it.error,
  });
