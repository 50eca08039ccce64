import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Task } from '@lit/task';
import { navigate, router } from '../kernel/router.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { field } from '../ui/parts.js';
import { offer } from '../ui/toasts.js';
import { listConfigurations, readConfiguration, type TrainingConfiguration } from './configurations.api.js';
import './save-configuration.js';
import type { StartTraining } from './training.api.js';

const MOST = 100;

/**
 * Begins the form of a job with a configuration, and saves the form as one. The chosen one stands in the address.
 *
 * @fires chosen - When another one was chosen, or the first was read; `detail` is the configuration.
 */
@customElement('ws-configuration-bar')
export class ConfigurationBar extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--s3);
      }
      .field {
        flex: 1 1 14rem;
      }
    `,
  ];

  /** The form as it is now; undefined while it is no job. */
  @property({ attribute: false }) request: StartTraining | undefined;
  @state() private saving = false;

  private readonly known = new Task(this, {
    task: async (_: readonly never[], { signal }) => {
      const wanted = router.query.get('configuration');
      const { items } = await listConfigurations({ limit: MOST }, signal);
      const first = wanted === null ? undefined : await this.read(wanted, items, signal);
      if (first !== undefined) this.tell(first);
      return first === undefined || items.some((it) => it.id === first.id) ? items : [first, ...items];
    },
    args: () => [] as const,
  });

  override render() {
    const items = this.known.value ?? [];
    return html`<div class="bar">
        ${
          items.length === 0
            ? nothing
            : field({ id: 'configuration', label: 'Start from a configuration', control: this.choice(items) })
        }
        <button class="btn" type="button" ?disabled=${this.request === undefined} @click=${() => (this.saving = true)}>
          Save as configuration
        </button>
      </div>
      ${
        this.saving && this.request !== undefined
          ? html`<ws-save-configuration
              .content=${contentOf(this.request)}
              @saved=${(event: CustomEvent<TrainingConfiguration>) => this.saved(event.detail)}
              @closed=${() => (this.saving = false)}
            ></ws-save-configuration>`
          : nothing
      }`;
  }

  private choice(items: readonly TrainingConfiguration[]) {
    const chosen = router.query.get('configuration') ?? '';
    return html`<select
      id="configuration"
      @change=${(event: Event) => this.choose(items, (event.target as HTMLSelectElement).value)}
    >
      <option value="">None</option>
      ${items.map((it) => html`<option value=${it.id} ?selected=${it.id === chosen}>${it.name}</option>`)}
    </select>`;
  }

  private async read(id: string, items: readonly TrainingConfiguration[], signal: AbortSignal) {
    return items.find((it) => it.id === id) ?? (await readConfiguration(id, signal));
  }

  private choose(items: readonly TrainingConfiguration[], id: string) {
    const chosen = items.find((it) => it.id === id);
    router.setQuery({
      configuration: id,
      ...(chosen === undefined ? {} : { model: chosen.modelId, dataset: chosen.datasetId ?? undefined }),
    });
    this.tell(chosen);
  }

  private tell(chosen: TrainingConfiguration | undefined) {
    this.dispatchEvent(new CustomEvent('chosen', { detail: chosen }));
  }

  private saved(configuration: TrainingConfiguration) {
    this.saving = false;
    void this.known.run();
    offer(`“${configuration.name}” is saved.`, {
      title: 'Open',
      run: () => navigate(`/training/configs/${configuration.id}`),
    });
  }
}

const contentOf = ({ modelId, datasetId, evalDatasetId, parameters }: StartTraining) => ({
  modelId,
  datasetId,
  ...(evalDatasetId === undefined ? {} : { evalDatasetId }),
  parameters,
});
