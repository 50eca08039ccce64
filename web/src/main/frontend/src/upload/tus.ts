/** The requests of TUS 1.0.0 that an upload makes; `tus-client.ts` sends them, tests pretend to. */
export interface TusClient {
  create(size: number, fileName: string): Promise<string>;
  /** The bytes that the server has, or undefined when it no longer knows the upload. */
  offset(url: string): Promise<number | undefined>;
  append(url: string, offset: number, part: Blob, sent: (bytes: number) => void, signal: AbortSignal): Promise<number>;
  remove(url: string): Promise<void>;
}

/** Remembers where an unfinished upload of a file lives, across reloads of the page. */
export interface UploadMemory {
  recall(key: string): string | undefined;
  remember(key: string, url: string | undefined): void;
}

export type UploadState = 'waiting' | 'sending' | 'paused' | 'done' | 'cancelled';

const CHUNK = 8 * 1024 * 1024;
const ATTEMPTS = 5;
const SPEED_WINDOW_MS = 10_000;

/** One resumable upload: 8 MiB parts, resumed at the server's offset after a failure, a pause or a reload. */
export class TusUpload {
  state: UploadState = 'waiting';
  sent = 0;
  private url: string | undefined;
  private running: AbortController | undefined;
  private samples: { at: number; sent: number }[] = [];

  constructor(
    readonly file: File,
    private readonly client: TusClient,
    private readonly memory: UploadMemory,
    private readonly changed: () => void = () => undefined,
    private readonly waitMs: (attempt: number) => number = (attempt) => 500 * 2 ** attempt,
  ) {}

  /** The id under which the server knows the finished upload. */
  get id(): string {
    return decodeURIComponent(this.url?.split('/').at(-1) ?? '');
  }

  get secondsLeft(): number | undefined {
    const [first, last] = [this.samples[0], this.samples.at(-1)];
    if (first === undefined || last === undefined || last.at - first.at < 500) return undefined;
    const perSecond = ((last.sent - first.sent) / (last.at - first.at)) * 1000;
    return perSecond > 0 ? (this.file.size - this.sent) / perSecond : undefined;
  }

  /** Sends until all is there; resolves also when paused or cancelled meanwhile (see `state`). */
  async start(): Promise<void> {
    const running = new AbortController();
    this.running = running;
    this.become('sending');
    try {
      await this.sendWithRetries(running.signal);
      if (running.signal.aborted) return;
      this.memory.remember(this.key, undefined);
      this.become('done');
    } catch (failure) {
      if (running.signal.aborted) return;
      this.become('paused');
      throw failure;
    }
  }

  pause(): void {
    this.running?.abort();
    this.samples = [];
    this.become('paused');
  }

  async cancel(): Promise<void> {
    this.running?.abort();
    this.become('cancelled');
    this.memory.remember(this.key, undefined);
    if (this.url !== undefined) await this.client.remove(this.url);
  }

  private get key(): string {
    return `upload.${this.file.name}.${this.file.size}.${this.file.lastModified}`;
  }

  private async sendWithRetries(signal: AbortSignal): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      const before = this.sent;
      try {
        return await this.send(signal);
      } catch (failure) {
        if (this.sent > before) attempt = 0;
        if (signal.aborted || attempt >= ATTEMPTS || isFinal(failure)) throw failure;
        await new Promise((resolve) => setTimeout(resolve, this.waitMs(attempt)));
      }
    }
  }

  private async send(signal: AbortSignal): Promise<void> {
    let offset = await this.resumeOrCreate();
    while (offset < this.file.size && !signal.aborted) {
      const base = offset;
      this.progress(base);
      const part = this.file.slice(base, base + CHUNK);
      offset = await this.client.append(this.url ?? '', base, part, (bytes) => this.progress(base + bytes), signal);
    }
    if (!signal.aborted) this.progress(offset);
  }

  private async resumeOrCreate(): Promise<number> {
    this.url ??= this.memory.recall(this.key);
    const known = this.url === undefined ? undefined : await this.client.offset(this.url);
    if (known !== undefined) return known;
    this.url = await this.client.create(this.file.size, this.file.name);
    this.memory.remember(this.key, this.url);
    return 0;
  }

  private progress(sent: number): void {
    this.sent = sent;
    const at = Date.now();
    this.samples = [...this.samples.filter((it) => at - it.at < SPEED_WINDOW_MS && it.sent <= sent), { at, sent }];
    this.changed();
  }

  private become(state: UploadState): void {
    this.state = state;
    this.changed();
  }
}

/** Refusals that trying again does not change: too large, not allowed, disk full. */
function isFinal(failure: unknown): boolean {
  const status = (failure as { status?: unknown } | null)?.status;
  return typeof status === 'number' && [400, 403, 413, 415, 422, 507].includes(status);
}
