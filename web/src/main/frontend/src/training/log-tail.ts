import { LitElement, css, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { saveBlob } from '../kernel/download.js';
import { LiveTopic } from '../kernel/live.js';
import { isAbort } from '../kernel/problem.js';
import { throttled } from '../kernel/throttle.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { icon } from '../ui/icons.js';
import { failed } from '../ui/parts.js';
import { searchBox } from '../ui/search-box.js';
import { readLogs } from './training.api.js';

const SHOWN = 2000;

/** The log of a job. It follows the end until one scrolls up; lines are read by offset, so none is missing or doubled. */
@customElement('ws-log-tail')
export class LogTail extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      pre {
        height: 22rem;
        overflow: auto;
        margin: 0;
        padding: var(--s3) var(--s4);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        line-height: 1.6;
      }
    `,
  ];

  @property() jobId = '';
  @property() workspaceId = '';
  @state() private lines: readonly string[] = [];
  @state() private search = '';
  @state() private follow = true;
  @state() private failure: unknown;
  @query('pre') private readonly box!: HTMLElement | null;
  private next = 0;
  private busy = false;
  private again = false;

  constructor() {
    super();
    const again = throttled(() => void this.read(), 500);
    new LiveTopic(
      this,
      () => (this.jobId === '' ? undefined : `training_jobs/${this.jobId}`),
      {
        onEvent: (event) => {
          if (event.event === 'log' || event.event === 'status') again();
        },
        onRefetch: again,
      },
      () => this.workspaceId,
    );
  }

  protected override firstUpdated() {
    void this.read();
  }

  override updated() {
    if (this.follow && this.box !== null) this.box.scrollTop = this.box.scrollHeight;
  }

  override render() {
    const wanted = this.search.toLowerCase();
    const found = wanted === '' ? this.lines : this.lines.filter((line) => line.toLowerCase().includes(wanted));
    return html`<div class="stack tight">
      <div class="row">
        ${searchBox('Search in the log', this.search, (text) => (this.search = text))}
        <button class="btn small toggle" aria-pressed=${this.follow} @click=${() => (this.follow = !this.follow)}>
          Follow
        </button>
        <button class="btn small" ?disabled=${this.lines.length === 0} @click=${() => this.save()}>
          ${icon('download')}Download
        </button>
      </div>
      ${this.failure === undefined ? '' : failed(this.failure, () => void this.read())}
      <pre tabindex="0" role="log" aria-label="Log" @scroll=${this.scrolled}>${this.text(found)}</pre>
    </div>`;
  }

  private text(found: readonly string[]): string {
    if (this.lines.length === 0) return 'Nothing is logged yet.';
    if (found.length === 0) return 'No line contains that.';
    return found.slice(-SHOWN).join('\n');
  }

  private readonly scrolled = () => {
    const box = this.box;
    if (box === null) return;
    const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 24;
    if (atEnd !== this.follow) this.follow = atEnd;
  };

  private async read() {
    if (this.busy) {
      this.again = true;
      return;
    }
    this.busy = true;
    try {
      do {
        this.again = false;
        await this.readToEnd();
      } while (this.again);
      this.failure = undefined;
    } catch (failure) {
      if (!isAbort(failure)) this.failure = failure;
    } finally {
      this.busy = false;
    }
  }

  private async readToEnd() {
    for (;;) {
      const { lines, next } = await readLogs(this.jobId, this.next);
      const moved = next > this.next;
      this.next = next;
      if (lines.length > 0) this.lines = [...this.lines, ...lines];
      if (!moved || !this.isConnected) return;
    }
  }

  private save() {
    saveBlob(new Blob([this.lines.join('\n'), '\n'], { type: 'text/plain' }), `training-${this.jobId}.log`);
  }
}
