import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LiveTopic } from '../kernel/live.js';
import { isAbort } from '../kernel/problem.js';
import { recall, remember } from '../kernel/preferences.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { empty, failed, loading } from '../ui/parts.js';
import '../ui/line-chart.js';
import type { Line } from '../ui/line-chart.js';
import { MetricSeries, smooth, thinned } from './metric-series.js';
import { readMetrics, type Metric } from './training.api.js';

const MOST_POINTS = 1600;

/** The curves of a job, live: what was missed is read by step, so that no point is lost after a reconnect. */
@customElement('ws-job-charts')
export class JobCharts extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr));
        gap: var(--s4);
      }
      label.check {
        gap: var(--s2);
      }
      input[type='range'] {
        width: 8rem;
      }
    `,
  ];

  @property() jobId = '';
  @property() workspaceId = '';
  @state() private strength = Number(recall('charts.smoothing') ?? '0.8');
  @state() private log = recall('charts.log') === 'true';
  @state() private metrics: readonly Metric[] | undefined;
  @state() private failure: unknown;
  private series = new MetricSeries();
  private readTo = 0;
  private reading: AbortController | undefined;
  private frame = 0;

  constructor() {
    super();
    new LiveTopic(
      this,
      () => (this.jobId === '' ? undefined : `training_jobs/${this.jobId}`),
      {
        onEvent: (event) => {
          if (event.event !== 'metric') return;
          this.series.add([event.data as Metric]);
          this.schedule();
        },
        onRefetch: () => void this.read(),
      },
      () => this.workspaceId,
    );
  }

  protected override firstUpdated() {
    void this.read();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.reading?.abort();
    cancelAnimationFrame(this.frame);
  }

  override render() {
    if (this.failure !== undefined) return failed(this.failure, () => void this.read());
    if (this.metrics === undefined) return loading('metrics');
    if (this.metrics.length === 0) {
      return html`<div class="card">
        ${empty('training', 'No steps yet', 'The curves begin with the first step.')}
      </div>`;
    }
    return html`<div class="stack">
      <div class="row">${this.switches()}</div>
      <div class="grid">${this.charts(this.metrics)}</div>
    </div>`;
  }

  private switches() {
    return html`
      <label class="check">
        Smoothing
        <input
          type="range"
          min="0"
          max="0.98"
          step="0.02"
          .value=${String(this.strength)}
          aria-valuetext=${this.strength.toFixed(2)}
          @input=${(event: Event) => this.setStrength(Number((event.target as HTMLInputElement).value))}
        />
        <span class="num small muted">${this.strength.toFixed(2)}</span>
      </label>
      <button class="btn small toggle" aria-pressed=${this.log} @click=${() => this.setLog(!this.log)}>
        Log scale
      </button>
    `;
  }

  private charts(metrics: readonly Metric[]) {
    const loss = metrics.map((it) => it.trainLoss);
    const evalLoss = metrics.map((it) => it.evalLoss);
    const all = metrics.map((it) => it.step);
    const kept = thinned([loss, evalLoss], MOST_POINTS);
    const xs = kept.map((index) => all[index] ?? 0);
    const pick = (values: readonly (number | null)[]) => kept.map((index) => values[index] ?? null);
    const noisy = (label: string, tone: Line['tone'], values: readonly (number | null)[]): Line[] => [
      ...(this.strength > 0 ? [{ label: 'each step', tone, values: pick(values), faint: true }] : []),
      { label, tone, values: pick(smooth(all, values, this.strength)) },
    ];
    const lossLines: Line[] = [
      ...noisy('train', 1, loss),
      ...(evalLoss.some((it) => it != null)
        ? [{ label: 'evaluation', tone: 2, values: pick(evalLoss), dots: true } as const]
        : []),
    ];
    const rate: Line[] = [{ label: 'rate', tone: 3, values: pick(metrics.map((it) => it.learningRate)) }];
    return html`
      ${this.chart('Loss', xs, lossLines, this.log)} ${this.chart('Learning rate', xs, rate)}
      ${this.chart(
        'Gradient norm',
        xs,
        noisy(
          'norm',
          4,
          metrics.map((it) => it.gradNorm),
        ),
        this.log,
      )}
      ${this.chart(
        'Throughput',
        xs,
        noisy(
          'tokens/s',
          1,
          metrics.map((it) => it.tokensPerSecond),
        ),
      )}
    `;
  }

  private chart(heading: string, xs: readonly number[], lines: readonly Line[], log = false) {
    return html`<ws-line-chart class="card" .heading=${heading} .xs=${xs} .lines=${lines} ?log=${log}></ws-line-chart>`;
  }

  private setStrength(strength: number) {
    this.strength = strength;
    remember('charts.smoothing', String(strength));
  }

  private setLog(log: boolean) {
    this.log = log;
    remember('charts.log', String(log));
  }

  /** Reads everything after the last step that came by REST; what came live meanwhile is merged. */
  private async read() {
    this.reading?.abort();
    const { signal } = (this.reading = new AbortController());
    try {
      for (;;) {
        const page = await readMetrics(this.jobId, this.readTo, signal);
        this.series.add(page.items);
        const last = page.items.at(-1)?.step;
        if (last === undefined) break;
        // The last step is asked for again next time: its evaluation may come after it.
        this.readTo = Math.max(this.readTo, last - 1);
        if (page.items.length < 2 || page.nextCursor == null) break;
      }
      this.failure = undefined;
      this.schedule();
    } catch (failure) {
      if (!isAbort(failure)) this.failure = failure;
    }
  }

  private schedule() {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => (this.metrics = this.series.metrics));
  }
}
