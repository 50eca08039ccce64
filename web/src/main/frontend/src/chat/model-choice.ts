import { html } from 'lit';
import type { Step } from '../conversation/tree.js';
import { router } from '../kernel/router.js';
import { titleOf, type Model } from '../model/models.api.js';
import { field } from '../ui/parts.js';
import type { Turn } from './talk.js';

/** The model in the address, else that which answered last, else the first. */
export function modelFor(models: readonly Model[], branch: readonly Step<Turn>[]): Model | undefined {
  const last = branch.map((it) => it.message.modelId).findLast((it) => it !== null);
  const find = (id: string | null | undefined) => models.find((it) => it.id === id);
  return find(router.query.get('model')) ?? find(last) ?? models[0];
}

/** Which model is asked; it stands in the address. */
export function modelChoice(models: readonly Model[], model: Model | undefined) {
  const options = (kind: Model['kind']) =>
    models
      .filter((it) => it.kind === kind)
      .map((it) => html`<option value=${it.id} ?selected=${it.id === model?.id}>${titleOf(it)}</option>`);
  return field({
    id: 'model',
    label: 'Model',
    control: html`<select
      id="model"
      @change=${(event: Event) => router.setQuery({ model: (event.target as HTMLSelectElement).value })}
    >
      <optgroup label="Tuned models">${options('adapter')}</optgroup>
      <optgroup label="Base models">${options('base')}</optgroup>
    </select>`,
  });
}
