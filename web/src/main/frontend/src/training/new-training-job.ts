import { Task } from '@lit/task';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { count } from '../kernel/format.js';
import { curl } from '../kernel/curl.js';
import { randomId } from '../kernel/ids.js';
import { ProblemError, explain } from '../kernel/problem.js';
import { navigate, router } from '../kernel/router.js';
import { listDatasets, type Dataset } from '../dataset/datasets.api.js';
import { listModels, titleOf, type Model } from '../model/models.api.js';
import '../ui/copy-button.js';
import { icon } from '../ui/icons.js';
import { field, notice, pageHeader } from '../ui/parts.js';
import { toast } from '../ui/toasts.js';
import { View, reading } from '../ui/view.js';
import './configuration-bar.js';
import type { TrainingConfiguration } from './configurations.api.js';
import './estimate-card.js';
import { styles } from './new-training-job.styles.js';
import './parameter-fields.js';
import { check, collect, pointerOf, typedOf, type Typed } from './parameter-values.js';
import { readJob, readParameters, startJob, type Parameter, type StartTraining } from './training.api.js';

interface Choices {
  readonly models: readonly Model[];
  readonly datasets: readonly Dataset[];
  readonly parameters: readonly Parameter[];
}

const GROUPS: readonly { name: Parameter['group']; title: string }[] = [
  { name: 'lora', title: 'Adapter (LoRA)' },
  { name: 'optimizer', title: 'Optimizer and schedule' },
  { name: 'evaluation', title: 'Evaluation and checkpoints' },
  { name: 'memory', title: 'Memory and speed' },
];

/** The form of a training job. Model, dataset and job to begin from stand in the address. */
@customElement('ws-new-training-job')
export class NewTrainingJob extends View {
  static override styles = [...View.styles, styles];

  @state() private jobName = '';
  @state() private evalDatasetId = '';
  @state() private typed: Typed = {};
  @state() private refusal: ProblemError | undefined;
  @state() private failure: unknown;
  @state() private busy = false;
  // One key for one form: pressing the button twice starts one job.
  private key = randomId();

  private readonly choices = new Task(this, {
    task: async (_: readonly never[], { signal }): Promise<Choices> => {
      const [models, datasets, parameters] = await Promise.all([
        listModels({ kind: 'base', limit: 100 }, signal),
        listDatasets({ limit: 100 }, signal),
        readParameters(signal),
      ]);
      await this.beginFrom(parameters);
      return {
        models: models.items.filter((it) => it.status === 'ready'),
        datasets: datasets.items.filter((it) => it.status === 'ready'),
        parameters,
      };
    },
    args: () => [] as const,
  });

  override render() {
    return html`<div class="stack wide">
      ${pageHeader({
        title: 'New training job',
        crumb: { href: '/training', title: 'Training' },
        lead: 'Teaches an adapter on a base model what your examples show. The defaults are good for a first try.',
      })}
      ${reading(this.choices, 'models and datasets', (choices) => this.filled(choices))}
    </div>`;
  }

  private filled(choices: Choices) {
    const request = this.request(choices);
    return html`<form class="columns" novalidate @submit=${(event: Event) => this.submit(event, choices)}>
      <div class="stack">
        ${this.failure === undefined ? nothing : notice('danger', explain(this.failure))}
        <ws-configuration-bar
          .request=${request}
          @chosen=${(event: CustomEvent<TrainingConfiguration | undefined>) => this.begin(choices, event.detail)}
        ></ws-configuration-bar>
        ${this.what(choices)}
        <section class="card stack" aria-label="Basic parameters">
          <h2>Parameters</h2>
          ${this.fields(choices, 'basic')}
        </section>
        ${GROUPS.map((group) => this.group(choices, group.name, group.title))}
      </div>
      <div class="side stack">
        <ws-estimate
          .request=${request}
          @refused=${(event: CustomEvent<ProblemError | undefined>) => (this.refusal = event.detail)}
        ></ws-estimate>
        <button class="btn primary" ?disabled=${request === undefined || this.busy || !this.isSound(choices)}>
          ${icon('play')}Start training
        </button>
        <ws-copy-button
          label="Copy as curl"
          .text=${() => curl('POST', '/api/training/jobs', request ?? {})}
        ></ws-copy-button>
      </div>
    </form>`;
  }

  private what(choices: Choices) {
    const dataset = choices.datasets.find((it) => it.id === this.datasetId(choices));
    return html`<section class="card two" aria-label="What to train">
      ${this.select(
        'model',
        'Base model',
        this.modelId(choices),
        choices.models.map((it) => [it.id, titleOf(it)]),
        {
          none: html`No base model is ready. <a href="/models?import=1">Import one</a>.`,
          change: (model) => router.setQuery({ model }),
        },
      )}
      ${this.select(
        'dataset',
        'Dataset',
        this.datasetId(choices),
        choices.datasets.map((it) => [it.id, it.name]),
        {
          none: html`No dataset is ready. <a href="/datasets?upload=1">Upload one</a>.`,
          hint: dataset === undefined ? '' : `${count(dataset.exampleCount)} examples`,
          change: (id) => router.setQuery({ dataset: id }),
        },
      )}
      ${this.select(
        'eval',
        'Evaluation dataset',
        this.evalDatasetId,
        [['', 'Hold back a part of the dataset'], ...choices.datasets.map((it): [string, string] => [it.id, it.name])],
        {
          none: '',
          change: (id) => (this.evalDatasetId = id),
        },
      )}
      ${field({
        id: 'name',
        label: 'Name (optional)',
        control: html`<input
          id="name"
          maxlength="200"
          .value=${this.jobName}
          @input=${(event: Event) => (this.jobName = (event.target as HTMLInputElement).value)}
        />`,
      })}
    </section>`;
  }

  private select(
    id: string,
    label: string,
    value: string | undefined,
    options: readonly (readonly [string, string])[],
    more: { none: unknown; hint?: string; change: (id: string) => void },
  ) {
    return field({
      id,
      label,
      control: html`<select
        id=${id}
        aria-describedby="${id}-hint"
        ?disabled=${options.length === 0}
        @change=${(event: Event) => more.change((event.target as HTMLSelectElement).value)}
      >
        ${options.map(([key, text]) => html`<option value=${key} ?selected=${key === value}>${text}</option>`)}
      </select>`,
      hint: options.length === 0 ? html`${more.none}` : (more.hint ?? ''),
    });
  }

  private group(choices: Choices, name: Parameter['group'], title: string) {
    if (!choices.parameters.some((it) => it.group === name)) return nothing;
    return html`<details class="card">
      <summary>${title}</summary>
      ${this.fields(choices, name)}
    </details>`;
  }

  private fields(choices: Choices, group: Parameter['group']) {
    const mine = choices.parameters.filter((it) => it.group === group);
    const problems: Record<string, string> = {};
    for (const it of mine) {
      const problem = this.problemOf(it);
      if (problem !== undefined) problems[it.name] = problem;
    }
    return html`<ws-parameter-fields
      .parameters=${mine}
      .typed=${this.typed}
      .problems=${problems}
      @typed=${(event: CustomEvent<{ name: string; text: string }>) => this.type(event.detail)}
    ></ws-parameter-fields>`;
  }

  private type({ name, text }: { name: string; text: string }) {
    this.typed = { ...this.typed, [name]: text };
    this.key = randomId();
  }

  private problemOf(parameter: Parameter): string | undefined {
    const pointer = pointerOf(parameter);
    const refused = this.failure instanceof ProblemError ? this.failure.field(pointer) : undefined;
    return refused ?? this.refusal?.field(pointer);
  }

  private modelId(choices: Choices): string | undefined {
    return this.query.get('model') ?? choices.models[0]?.id;
  }

  private datasetId(choices: Choices): string | undefined {
    return this.query.get('dataset') ?? choices.datasets[0]?.id;
  }

  private request(choices: Choices): StartTraining | undefined {
    const [modelId, datasetId] = [this.modelId(choices), this.datasetId(choices)];
    if (modelId === undefined || datasetId === undefined) return undefined;
    const configurationId = this.query.get('configuration');
    return {
      ...(this.jobName.trim() === '' ? {} : { name: this.jobName.trim() }),
      modelId,
      datasetId,
      ...(this.evalDatasetId === '' ? {} : { evalDatasetId: this.evalDatasetId }),
      ...(configurationId === null ? {} : { configurationId }),
      parameters: collect(choices.parameters, this.typed),
    };
  }

  /** All of the configuration comes in, over what was typed before. */
  private begin(choices: Choices, configuration: TrainingConfiguration | undefined) {
    if (configuration === undefined) return;
    this.typed = typedOf(choices.parameters, configuration.parameters);
    this.evalDatasetId = configuration.evalDatasetId ?? '';
    this.key = randomId();
  }

  private isSound(choices: Choices): boolean {
    return choices.parameters.every((it) => check(it, this.typed[it.name]) === undefined);
  }

  /** "Train again" comes with the job whose parameters are the beginning. */
  private async beginFrom(parameters: readonly Parameter[]) {
    const from = this.query.get('from');
    if (from !== null) this.typed = typedOf(parameters, (await readJob(from)).parameters);
  }

  private async submit(event: Event, choices: Choices) {
    event.preventDefault();
    const request = this.request(choices);
    if (request === undefined || this.busy || !this.isSound(choices)) return;
    this.busy = true;
    this.failure = undefined;
    try {
      const job = await startJob(request, this.key);
      toast(`${job.name} is queued.`);
      navigate(`/training/jobs/${job.id}`);
    } catch (failure) {
      this.failure = failure;
      scrollTo({ top: 0, behavior: 'smooth' });
    } finally {
      this.busy = false;
    }
  }
}
