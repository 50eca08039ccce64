import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { html, nothing, type TemplateResult } from 'lit';
import type { Page, Query } from '../kernel/api.js';
import { isAbort } from '../kernel/problem.js';
import { failed, loading, type Content } from './parts.js';

const LIMIT = 25;
const LARGEST = 100;
const MOST_ROUNDS = 50;

type Fetch<T> = (query: Query, signal: AbortSignal) => Promise<Page<T>>;

/** A list of the API, read page by page; it begins anew when what it depends on changes. */
export class PagedList<T> implements ReactiveController {
  items: readonly T[] | undefined;
  private next: string | null = null;
  private failure: unknown;
  private busy = false;
  private seen: readonly unknown[] | undefined;
  private running: AbortController | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly fetchPage: Fetch<T>,
    private readonly dependencies: () => readonly unknown[] = () => [],
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const now = this.dependencies();
    if (this.seen !== undefined && now.every((it, index) => it === this.seen?.[index])) return;
    this.seen = now;
    void this.read({ limit: LIMIT }, false);
  }

  hostDisconnected(): void {
    this.running?.abort();
    this.seen = undefined;
  }

  /** Reads what is shown again, as far as one request reaches. */
  reload(): void {
    const shown = this.items?.length ?? 0;
    void this.read({ limit: Math.min(LARGEST, Math.max(LIMIT, shown)) }, false);
  }

  /** Puts a changed item in the place of its older self; says whether it was there. */
  replace(item: T, same: (other: T) => boolean): boolean {
    const found = this.items?.some(same) ?? false;
    if (found) this.items = this.items?.map((it) => (same(it) ? item : it));
    this.host.requestUpdate();
    return found;
  }

  render(what: string, filled: (items: readonly T[]) => Content, none: () => Content): TemplateResult {
    const failure = this.failure === undefined ? nothing : failed(this.failure, () => this.reload());
    if (this.items === undefined) return html`${failure === nothing ? loading(what) : failure}`;
    return html`${failure}${this.items.length === 0 ? none() : filled(this.items)}${this.more()}`;
  }

  private more() {
    if (this.next === null) return nothing;
    return html`<p class="more">
      <button
        class="btn small"
        ?disabled=${this.busy}
        @click=${() => this.read({ limit: LIMIT, cursor: this.next }, true)}
      >
        Show more
      </button>
    </p>`;
  }

  /** A search reads a bounded part at a time: an empty page with a cursor means that it went on without a find. */
  private async fetchFound(query: Query, signal: AbortSignal): Promise<Page<T>> {
    let page = await this.fetchPage(query, signal);
    for (let round = 0; page.items.length === 0 && page.nextCursor != null && round < MOST_ROUNDS; round += 1) {
      page = await this.fetchPage({ ...query, cursor: page.nextCursor }, signal);
    }
    return page;
  }

  private async read(query: Query, append: boolean): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.busy = true;
    try {
      const page = await this.fetchFound(query, running.signal);
      if (running.signal.aborted) return;
      this.items = append ? [...(this.items ?? []), ...page.items] : page.items;
      this.next = page.nextCursor ?? null;
      this.failure = undefined;
    } catch (failure) {
      if (isAbort(failure)) return;
      this.failure = failure;
    } finally {
      if (this.running === running) this.busy = false;
      this.host.requestUpdate();
    }
  }
}
