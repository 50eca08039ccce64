import { Task } from '@lit/task';
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { listDatasets } from '../dataset/datasets.api.js';
import { LiveTopic } from '../kernel/live.js';
import { session } from '../kernel/session.js';
import { throttled } from '../kernel/throttle.js';
import { listModels } from '../model/models.api.js';
import { listJobs } from '../training/training.api.js';
import { icon } from '../ui/icons.js';
import { pageHeader } from '../ui/parts.js';
import { View, reading } from '../ui/view.js';
import '../dataset/example-datasets.js';
import '../training/recent-jobs.js';
import '../workspace/invitation-notice.js';
import { firstSteps, type Holdings, type Step } from './first-steps.js';

/** The first page: the way to a tuned model, the examples, and what is going on. */
@customElement('ws-home')
export class Home extends View {
  static override styles = [
    ...View.styles,
    css`
      .steps {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr));
      }
      .steps li {
        display: grid;
        grid-template-rows: auto auto 1fr auto;
        gap: var(--s1);
        padding: var(--s4) 20px;
        border-inline-end: 1px solid var(--line);
        border-bottom: 1px solid var(--line);
        margin: 0 -1px -1px 0;
      }
      .mark {
        display: grid;
        place-items: center;
        width: 26px;
        height: 26px;
        margin-bottom: var(--s1);
        border-radius: 50%;
        border: 1.5px solid var(--line-strong);
        font-size: 0.8125rem;
        font-weight: 600;
        color: var(--text-2);
      }
      li[data-done] .mark {
        background: var(--ok-soft);
        border-color: transparent;
        color: var(--ok);
      }
      li[data-now] .mark {
        background: var(--accent);
        border-color: transparent;
        color: var(--on-accent);
      }
      .steps .btn {
        justify-self: start;
        margin-top: var(--s2);
      }
    `,
  ];

  private readonly holdings = new Task(this, {
    task: async (_: readonly never[], { signal }): Promise<Holdings> => {
      const [models, datasets, jobs] = await Promise.all([
        listModels({ limit: 100 }, signal),
        listDatasets({ limit: 50 }, signal),
        listJobs({ limit: 20 }, signal),
      ]);
      return { models: models.items, datasets: datasets.items, jobs: jobs.items };
    },
    args: () => [] as const,
  });

  constructor() {
    super();
    const again = { onEvent: throttled(() => void this.holdings.run(), 2000) };
    for (const topic of ['datasets', 'models', 'training_jobs']) new LiveTopic(this, () => topic, again);
  }

  override render() {
    const name = session.me?.displayName.split(' ')[0] ?? '';
    return html`<div class="stack wide">
      ${pageHeader({
        title: `Welcome, ${name}`,
        lead: 'From your data to a model that knows it, on your own machines.',
      })}
      <ws-invitation-notice></ws-invitation-notice>
      ${reading(this.holdings, 'your work', (value) => this.filled(value))}
    </div>`;
  }

  private filled(holdings: Holdings) {
    const steps = firstSteps(holdings);
    const now = steps.findIndex((step) => !step.done);
    return html`
      <section class="card flush" aria-labelledby="steps">
        <h2 id="steps" class="visually-hidden">First steps</h2>
        <ol class="steps">
          ${steps.map((step, index) => this.step(step, index, index === now))}
        </ol>
      </section>
      ${holdings.jobs.length > 0 ? html`<ws-recent-jobs .jobs=${holdings.jobs.slice(0, 5)}></ws-recent-jobs>` : nothing}
      <section class="stack" aria-labelledby="examples">
        <h2 id="examples">Example datasets</h2>
        <ws-example-datasets
          .present=${holdings.datasets.map((dataset) => dataset.name)}
          @added=${() => this.holdings.run()}
        ></ws-example-datasets>
      </section>
    `;
  }

  private step(step: Step, index: number, now: boolean) {
    return html`<li ?data-done=${step.done} ?data-now=${now}>
      <span class="mark" aria-hidden="true">${step.done ? icon('check') : index + 1}</span>
      <h3>${step.title}<span class="visually-hidden">${step.done ? ' (done)' : ''}</span></h3>
      <p class="muted">${step.text}</p>
      <a class="btn small ${now ? 'primary' : ''}" href=${step.href}>${step.action}</a>
    </li>`;
  }
}
