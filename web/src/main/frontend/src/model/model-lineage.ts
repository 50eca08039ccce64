import { Task } from '@lit/task';
import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { figure } from '../kernel/format.js';
import { readJob, type TrainingJob } from '../training/training.api.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { fact, moment } from '../ui/parts.js';
import { table } from '../ui/table.js';
import { reading } from '../ui/view.js';
import { listModels, readModel, titleOf, type Model } from './models.api.js';

interface Lineage {
  readonly parent: Model | undefined;
  readonly job: TrainingJob | undefined;
  readonly children: readonly Model[];
}

/** Where an adapter comes from, or which adapters were trained on a base. */
@customElement('ws-model-lineage')
export class ModelLineage extends LitElement {
  static override styles = [base, controls];

  @property({ attribute: false }) model: Model | undefined;

  private readonly lineage = new Task(this, {
    task: async ([id, baseId, jobId], { signal }): Promise<Lineage> => {
      // A deleted ancestor is no failure of this page.
      const gone = () => undefined;
      const [parent, job, all] = await Promise.all([
        baseId == null ? undefined : readModel(baseId, signal).catch(gone),
        jobId == null ? undefined : readJob(jobId, signal).catch(gone),
        baseId == null ? listModels({ kind: 'adapter', limit: 100 }, signal) : undefined,
      ]);
      return { parent, job, children: all?.items.filter((it) => it.baseModelId === id) ?? [] };
    },
    args: () => [this.model?.id, this.model?.baseModelId, this.model?.trainingJobId] as const,
  });

  override render() {
    return reading(this.lineage, 'the lineage', (it) =>
      this.model?.kind === 'adapter' ? this.origin(it) : this.adapters(it),
    );
  }

  private origin({ parent, job }: Lineage) {
    return html`<section class="card stack" aria-labelledby="lineage">
      <h2 id="lineage">Lineage</h2>
      <dl class="facts">
        ${fact('Base model', parent === undefined ? 'deleted' : html`<a href="/models/${parent.id}">${titleOf(parent)}</a>`)}
        ${fact('Training job', job === undefined ? 'deleted' : html`<a href="/training/jobs/${job.id}">${job.name}</a>`)}
        ${fact('Dataset', job === undefined ? '—' : html`<a href="/datasets/${job.datasetId}">${job.datasetName}</a>`)}
        ${fact('Evaluation loss', figure(job?.bestEvalLoss ?? job?.evalLoss))}
      </dl>
    </section>`;
  }

  private adapters({ children }: Lineage) {
    if (children.length === 0) return html`<p class="muted">No adapter was trained on this model yet.</p>`;
    return html`<section class="card flush" aria-label="Adapters">
      ${table(
        'Adapters trained on this model',
        [
          { name: 'Adapter', kind: 'title', cell: (it: Model) => html`<a href="/models/${it.id}">${titleOf(it)}</a>` },
          { name: 'Trained', cell: (it: Model) => moment(it.createdAt) },
        ],
        children,
        (it) => it.id,
      )}
    </section>`;
  }
}
