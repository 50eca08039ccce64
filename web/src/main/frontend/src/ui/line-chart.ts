import { LitElement, css, html, unsafeCSS } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type uPlot from 'uplot';
import uPlotStyles from 'uplot/dist/uPlot.min.css';
import { figure } from '../kernel/format.js';
import { theme } from '../kernel/theme.js';
import { base } from './base.styles.js';
import { optionsOf, type Palette } from './line-chart.options.js';

/** A line: `tone` 1 to 4 picks the colour; `dots` is for values that come seldom. */
export interface Line {
  readonly label: string;
  readonly tone: 1 | 2 | 3 | 4;
  readonly values: readonly (number | null)[];
  readonly dots?: boolean;
  /** Drawn faintly, as the ground of a smoothed line. */
  readonly faint?: boolean;
}

/** A live line chart; the library is fetched with the first one, changes are drawn once a frame. */
@customElement('ws-line-chart')
export class LineChart extends LitElement {
  static override styles = [
    base,
    unsafeCSS(uPlotStyles),
    css`
      :host {
        display: block;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: var(--s1) var(--s3);
        padding-bottom: var(--s2);
      }
      h2 {
        font-size: 0.875rem;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s3);
        font-size: 0.8125rem;
      }
      .legend i {
        display: inline-block;
        width: 10px;
        height: 3px;
        border-radius: 2px;
        margin-inline-end: 5px;
        vertical-align: middle;
        background: currentColor;
      }
      .t1 i,
      .probe.t1 {
        color: var(--series-1);
      }
      .t2 i,
      .probe.t2 {
        color: var(--series-2);
      }
      .t3 i,
      .probe.t3 {
        color: var(--series-3);
      }
      .t4 i,
      .probe.t4 {
        color: var(--series-4);
      }
      .probe.axis {
        color: var(--text-2);
      }
      .probe.grid {
        color: var(--line);
      }
      .plot {
        height: 210px;
        min-width: 0;
      }
    `,
  ];

  @property() heading = '';
  @property({ attribute: false }) xs: readonly number[] = [];
  @property({ attribute: false }) lines: readonly Line[] = [];
  @property({ type: Boolean }) log = false;
  @state() private under: number | null = null;
  @query('.plot') private readonly box!: HTMLElement;
  private plot: uPlot | undefined;
  private shape = '';
  private frame = 0;
  private library: typeof uPlot | undefined;
  private readonly sizes = new ResizeObserver(() => this.plot?.setSize(this.size()));
  private readonly recolour = () => this.rebuild();

  override connectedCallback() {
    super.connectedCallback();
    theme.addEventListener('change', this.recolour);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    theme.removeEventListener('change', this.recolour);
    cancelAnimationFrame(this.frame);
    this.sizes.disconnect();
    this.plot?.destroy();
    this.plot = undefined;
    this.shape = '';
  }

  override render() {
    return html`
      <div class="head">
        <h2>${this.heading}</h2>
        <div class="legend">${this.lines.filter((line) => line.faint !== true).map((line) => this.entry(line))}</div>
      </div>
      <div class="plot" role="img" aria-label=${this.described()}></div>
      ${[1, 2, 3, 4].map((tone) => html`<span class="probe t${tone}" hidden></span>`)}
      <span class="probe axis" hidden></span><span class="probe grid" hidden></span>
    `;
  }

  protected override async firstUpdated() {
    this.library = (await import('uplot')).default;
    this.sizes.observe(this.box);
    this.schedule();
  }

  override updated(changed: Map<PropertyKey, unknown>) {
    if (changed.has('xs') || changed.has('lines') || changed.has('log')) this.schedule();
  }

  private entry(line: Line) {
    const index = this.under ?? line.values.findLastIndex((value) => value !== null);
    return html`<span class="t${line.tone}"
      ><i></i>${line.label} <strong class="num">${figure(line.values[index])}</strong></span
    >`;
  }

  private described(): string {
    const last = this.lines.map((line) => `${line.label} ${figure(line.values.findLast((it) => it !== null))}`);
    return `${this.heading} over ${this.xs.at(-1) ?? 0} steps: ${last.join(', ')}`;
  }

  private schedule() {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.draw());
  }

  private draw() {
    if (this.library === undefined || !this.isConnected) return;
    const data = [this.xs, ...this.lines.map((line) => this.drawable(line))] as unknown as uPlot.AlignedData;
    const shape = JSON.stringify([this.log, this.lines.map(({ label, tone }) => [label, tone])]);
    if (this.plot !== undefined && shape === this.shape) return this.plot.setData(data);
    this.shape = shape;
    this.plot?.destroy();
    const options = optionsOf(this.lines, this.palette(), this.log, (index) => (this.under = index));
    this.plot = new this.library({ ...options, ...this.size() }, data, this.box);
  }

  private rebuild() {
    this.shape = '';
    this.schedule();
  }

  // A logarithm has no place for zero, where schedules end.
  private drawable(line: Line): readonly (number | null)[] {
    return this.log ? line.values.map((value) => (value !== null && value > 0 ? value : null)) : line.values;
  }

  private size() {
    return { width: Math.max(160, this.box.clientWidth), height: 210 };
  }

  // Custom properties hold `light-dark(…)` as written; a probe's colour is what it means now.
  private palette(): Palette {
    const colour = (name: string) => getComputedStyle(this.renderRoot.querySelector(`.probe.${name}`) ?? this).color;
    return { lines: [1, 2, 3, 4].map((tone) => colour(`t${tone}`)), axis: colour('axis'), grid: colour('grid') };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ws-line-chart': LineChart;
  }
}
