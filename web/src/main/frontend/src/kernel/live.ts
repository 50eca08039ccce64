import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { api } from './api.js';
import { session } from './session.js';
import { backOff, TopicCursor } from './topic-cursor.js';

export interface LiveEvent {
  readonly topic: string;
  readonly seq: number;
  readonly event: string;
  readonly data: unknown;
  readonly at: string;
}

export interface Subscriber {
  onEvent(event: LiveEvent): void;
  /** Read again by REST: after each (re)connect of a topic and wherever history was lost. */
  onRefetch?(): void;
}

export type LiveState = 'idle' | 'connecting' | 'live' | 'offline';

interface Topic {
  readonly name: string;
  readonly workspaceId: string;
  readonly cursor: TopicCursor;
  readonly subscribers: Set<Subscriber>;
}

type Incoming = { readonly type: string; readonly topic?: string; readonly seq?: number } & Partial<LiveEvent>;

const PING_MS = 25_000;

/**
 * The one socket of the page: opened with the first topic, closed with the last, reconnected with back-off. After a
 * reconnect each topic asks for what it missed.
 *
 * @fires change - When the state of the connection changed.
 */
class Live extends EventTarget {
  state: LiveState = 'idle';
  private readonly topics = new Map<string, Topic>();
  private socket: WebSocket | undefined;
  private attempt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private ping: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    addEventListener('online', () => this.hurry());
  }

  subscribe(name: string, subscriber: Subscriber): () => void {
    const known = this.topics.get(name);
    const topic = known ?? {
      name,
      workspaceId: session.workspaceId,
      cursor: new TopicCursor(),
      subscribers: new Set(),
    };
    this.topics.set(name, topic);
    topic.subscribers.add(subscriber);
    if (known === undefined) this.ask(topic);
    else if (topic.cursor.after !== null) subscriber.onRefetch?.();
    this.open();
    return () => this.unsubscribe(topic, subscriber);
  }

  private unsubscribe(topic: Topic, subscriber: Subscriber): void {
    topic.subscribers.delete(subscriber);
    if (topic.subscribers.size > 0) return;
    this.topics.delete(topic.name);
    this.send({ type: 'unsubscribe', topic: topic.name, workspaceId: topic.workspaceId });
    // Views change often: keep the socket for the next one a moment.
    setTimeout(() => this.topics.size === 0 && this.close(), 5000);
  }

  private open(): void {
    if (this.socket !== undefined || this.timer !== undefined || this.state === 'connecting') return;
    this.become('connecting');
    this.connect().catch(() => this.lost());
  }

  private async connect(): Promise<void> {
    const { ticket } = await api<{ ticket: string }>('realtime/tickets', { method: 'POST' });
    if (this.topics.size === 0) return this.become('idle');
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}/live?ticket=${encodeURIComponent(ticket)}`);
    this.socket = socket;
    socket.onopen = () => this.opened();
    socket.onmessage = (message) => this.receive(JSON.parse(String(message.data)) as Incoming);
    socket.onclose = () => this.socket === socket && this.lost();
  }

  private opened(): void {
    this.attempt = 0;
    this.become('live');
    for (const topic of this.topics.values()) this.ask(topic);
    this.ping = setInterval(() => this.send({ type: 'ping' }), PING_MS);
  }

  private ask(topic: Topic): void {
    this.send({
      type: 'subscribe',
      topic: topic.name,
      after: topic.cursor.after,
      workspaceId: topic.workspaceId,
    });
  }

  private receive(message: Incoming): void {
    const topic = this.topics.get(message.topic ?? '');
    if (topic === undefined) return;
    const seq = message.seq ?? 0;
    switch (message.type) {
      case 'subscribed':
        topic.cursor.confirmed(seq);
        return refetch(topic);
      case 'gap':
        topic.cursor.skippedTo(seq);
        return refetch(topic);
      case 'event':
        return deliver(topic, message as LiveEvent);
      default:
        return undefined;
    }
  }

  private lost(): void {
    this.drop();
    if (this.topics.size === 0 || session.state !== 'signed-in') return this.become('idle');
    this.attempt += 1;
    this.become('offline');
    this.timer = setTimeout(() => this.hurry(), backOff(this.attempt, Math.random()));
  }

  private hurry(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.topics.size > 0) this.open();
  }

  private close(): void {
    this.drop();
    this.become('idle');
  }

  private drop(): void {
    clearInterval(this.ping);
    clearTimeout(this.timer);
    this.timer = undefined;
    const socket = this.socket;
    this.socket = undefined;
    socket?.close();
  }

  private send(message: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  private become(state: LiveState): void {
    if (this.state === state) return;
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}

function deliver(topic: Topic, event: LiveEvent): void {
  const verdict = topic.cursor.received(event.seq);
  if (verdict === 'duplicate') return;
  for (const subscriber of topic.subscribers) subscriber.onEvent(event);
  if (verdict === 'gap') refetch(topic);
}

function refetch(topic: Topic): void {
  for (const subscriber of topic.subscribers) subscriber.onRefetch?.();
}

export const live = new Live();

/** Keeps a view subscribed to the topic that `name` computes, for as long as it is on the page. */
export class LiveTopic implements ReactiveController {
  private subscribed: string | undefined;
  private stop: (() => void) | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly name: () => string | undefined,
    private readonly subscriber: Subscriber,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const name = this.name();
    if (name === this.subscribed) return;
    this.stop?.();
    this.subscribed = name;
    this.stop = name === undefined ? undefined : live.subscribe(name, this.subscriber);
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = undefined;
    this.subscribed = undefined;
  }
}
