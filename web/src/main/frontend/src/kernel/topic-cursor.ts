/** What to do with an event of a topic. */
export type Verdict = 'deliver' | 'duplicate' | 'gap';

/**
 * The place of a subscriber in the gap-free sequence of one topic. An event is delivered once and in order; a hole means
 * that the view must read again.
 */
export class TopicCursor {
  private last: number | null = null;

  /** What to ask for when subscribing (again): everything after this number, or null for "from now on". */
  get after(): number | null {
    return this.last;
  }

  /** The server confirmed the subscription and stands at `seq`; replayed events follow when it is ahead of us. */
  confirmed(seq: number): void {
    this.last ??= seq;
    // A lower number than ours means that the sequence began anew (restored server).
    if (seq < this.last) this.last = seq;
  }

  received(seq: number): Verdict {
    if (this.last !== null && seq <= this.last) return 'duplicate';
    const verdict = this.last !== null && seq > this.last + 1 ? 'gap' : 'deliver';
    this.last = seq;
    return verdict;
  }

  /** The server no longer keeps what we missed; it stands at `seq`. */
  skippedTo(seq: number): void {
    this.last = seq;
  }
}

const BASE_MS = 500;
const LIMIT_MS = 30_000;

/** Milliseconds to wait before the n-th attempt to reconnect; `random` in [0, 1) spreads a crowd of browsers. */
export function backOff(attempt: number, random: number): number {
  const ceiling = Math.min(LIMIT_MS, BASE_MS * 2 ** Math.max(0, attempt - 1));
  return Math.round(ceiling * (0.5 + random / 2));
}
