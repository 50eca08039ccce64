import { Task } from '@lit/task';
import { html, nothing } from 'lit';
import { customElement, property, query, queryAll, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { erase } from '../conversation/conversation-actions.js';
import '../conversation/conversation-list.js';
import type { ConversationList } from '../conversation/conversation-list.js';
import type { Conversation } from '../conversation/conversations.api.js';
import '../conversation/rename-conversation.js';
import type { Step } from '../conversation/tree.js';
import { LiveTopic } from '../kernel/live.js';
import { explain } from '../kernel/problem.js';
import { navigate, router } from '../kernel/router.js';
import { session } from '../kernel/session.js';
import { throttled } from '../kernel/throttle.js';
import { listModels, titleOf, type Model } from '../model/models.api.js';
import { defaultModel } from '../setting/settings.api.js';
import '../ui/dialog.js';
import { icon } from '../ui/icons.js';
import { empty, failed, loading, notice } from '../ui/parts.js';
import { View, reading } from '../ui/view.js';
import './chat-settings.js';
import type { ChatSettings } from './chat-settings.js';
import './chat-turn.js';
import { styles } from './chat.styles.js';
import './conversation-bar.js';
import { modelChoice, modelFor } from './model-choice.js';
import { SystemPrompt } from './system-prompt.js';
import { Talk, type Asking, type Turn } from './talk.js';

/** Conversations with base models and adapters. The open one and the model stand in the address. */
@customElement('ws-chat')
export class Chat extends View {
  static override styles = [...View.styles, styles];

  /** The conversation that is open; empty for a new one. */
  @property() conversationId = '';
  @state() private draft = '';
  @state() private writable = false;
  @state() private listing = false;
  @state() private renamed: Conversation | undefined;
  @query('.ask') private readonly asking!: HTMLElement | null;
  @query('ws-chat-settings') private readonly settings!: ChatSettings | null;
  @queryAll('ws-conversation-list') private readonly lists!: NodeListOf<ConversationList>;
  private readonly talk = new Talk({ changed: () => this.requestUpdate(), kept: () => this.kept() });
  private readonly prompt = new SystemPrompt();
  private follow = true;

  private readonly models = new Task(this, {
    task: async (_: readonly never[], { signal }) => {
      const [{ items }, first] = await Promise.all([
        listModels({ limit: 100 }, signal),
        defaultModel(session.workspaceId, signal).catch(() => ''),
      ]);
      const ready = items.filter((it) => it.status === 'ready');
      return [...ready.filter((it) => it.name === first), ...ready.filter((it) => it.name !== first)];
    },
    args: () => [] as const,
  });

  constructor() {
    super();
    const again = throttled(() => void this.talk.reload(), 500);
    const topic = () =>
      this.talk.conversation === undefined ? undefined : `conversations/${this.talk.conversation.id}`;
    const home = () => this.talk.conversation?.workspaceId ?? '';
    new LiveTopic(this, topic, { onEvent: again, onRefetch: again }, home);
  }

  override connectedCallback() {
    super.connectedCallback();
    addEventListener('scroll', this.scrolled, { passive: true });
  }

  // An answer that the server keeps is made to its end; reading it again shows it.
  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('scroll', this.scrolled);
    this.talk.clear();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (!changed.has('conversationId') || this.conversationId === (this.talk.conversation?.id ?? '')) return;
    this.listing = false;
    this.prompt.forget();
    if (this.conversationId === '') {
      this.talk.clear();
    } else {
      void this.talk.open(this.conversationId);
    }
  }

  override updated() {
    if (this.talk.busy && this.follow) this.asking?.scrollIntoView({ block: 'end' });
  }

  override render() {
    return html`<h1 class="visually-hidden">Chat</h1>
      ${reading(this.models, 'models', (models) => (models.length === 0 && this.conversationId === '' ? this.none() : this.filled(models)))}`;
  }

  private none() {
    const add = html`<a class="btn primary" href="/models">Go to models</a>`;
    return html`<div class="card">
      ${empty('chat', 'No model is ready', 'Import a base model, or wait until the import is through.', add)}
    </div>`;
  }

  private filled(models: readonly Model[]) {
    const keeps = session.mayWrite;
    return html`<div class="frame ${keeps ? '' : 'alone'}">
      ${keeps ? html`<nav class="list" aria-label="Conversations">${this.list()}</nav>` : nothing} ${this.page(models)}
      ${
        this.listing
          ? html`<ws-dialog heading="Conversations" open @closed=${() => (this.listing = false)}>
              ${this.list()}
            </ws-dialog>`
          : nothing
      }
      ${
        this.renamed === undefined
          ? nothing
          : html`<ws-rename-conversation
              .conversation=${this.renamed}
              @renamed=${() => this.changed()}
              @closed=${() => (this.renamed = undefined)}
            ></ws-rename-conversation>`
      }
    </div>`;
  }

  private list() {
    return html`<ws-conversation-list
      .selected=${this.conversationId}
      @rename=${(event: CustomEvent<Conversation>) => (this.renamed = event.detail)}
      @erase=${(event: CustomEvent<Conversation>) => this.erase(event.detail)}
    ></ws-conversation-list>`;
  }

  private page(models: readonly Model[]) {
    const { conversation, failure } = this.talk;
    if (this.conversationId !== '' && conversation === undefined) {
      const again = () => void this.talk.open(this.conversationId);
      return failure === undefined ? loading('the conversation') : failed(failure, again);
    }
    const model = modelFor(models, this.talk.branch);
    const writable = model !== undefined && (conversation === undefined || this.writable);
    const system = this.prompt.of(this.talk, model);
    return html`<div class="page">
      <div class="stack tight">
        ${
          conversation === undefined
            ? nothing
            : html`<ws-conversation-bar
                .conversation=${conversation}
                @rights=${(event: CustomEvent<boolean>) => (this.writable = event.detail)}
                @changed=${() => this.changed()}
              ></ws-conversation-bar>`
        }
        ${this.bar(models, model)}
        <ws-chat-settings
          .system=${system}
          .learnt=${system === model?.systemPrompt}
          @system=${(event: CustomEvent<string>) => this.instruct(event.detail, model)}
        ></ws-chat-settings>
      </div>
      ${this.turns(model, writable)}
      <div class="ask">
        ${failure === undefined ? nothing : notice('danger', explain(failure))}
        ${writable ? this.ask(model) : html`<p class="muted">${this.why(model)}</p>`}
      </div>
    </div>`;
  }

  private why(model: Model | undefined): string {
    if (model === undefined) return 'No model is ready in this workspace.';
    return this.talk.conversation?.archivedAt == null ? 'You can read this conversation.' : 'It is archived.';
  }

  private bar(models: readonly Model[], model: Model | undefined) {
    return html`<div class="bar">
      ${modelChoice(models, model)}
      ${
        session.mayWrite
          ? html`<button class="btn narrow" @click=${() => (this.listing = true)}>Conversations</button>`
          : html`<button class="btn" ?disabled=${this.talk.branch.length === 0} @click=${() => this.talk.clear()}>
              New conversation
            </button>`
      }
    </div>`;
  }

  private turns(model: Model | undefined, writable: boolean) {
    const steps = this.talk.branch;
    if (steps.length === 0) {
      const name = model === undefined ? 'a model' : titleOf(model);
      return empty('chat', `Talk to ${name}`, 'Ask something your dataset is about, then ask the base model the same.');
    }
    const people = new Set(steps.map((it) => it.message.createdBy).filter((it) => it !== ''));
    people.add(session.me?.id ?? '');
    return html`<ol class="talk" aria-label="Conversation" aria-busy=${this.talk.busy}>
      ${repeat(
        steps,
        (step) => step.message.id,
        (step) => html`<li>${this.turn(step, model, writable, people.size > 1)}</li>`,
      )}
    </ol>`;
  }

  private turn(step: Step<Turn>, model: Model | undefined, writable: boolean, named: boolean) {
    const turn = step.message;
    return html`<ws-chat-turn
      .step=${step}
      ?busy=${this.talk.busy}
      ?writable=${writable}
      ?named=${named}
      @branch=${(event: CustomEvent<string>) => this.talk.choose(turn, event.detail)}
      @edit=${(event: CustomEvent<string>) => model && this.talk.edit(turn, event.detail, this.how(model))}
      @regenerate=${() => model && this.talk.regenerate(turn, this.how(model))}
    ></ws-chat-turn>`;
  }

  private ask(model: Model) {
    return html`<form @submit=${(event: Event) => this.send(event, model)}>
      <div class="box">
        <textarea
          rows="1"
          aria-label="Message"
          placeholder="Message ${titleOf(model)}"
          .value=${this.draft}
          @input=${(event: Event) => (this.draft = (event.target as HTMLTextAreaElement).value)}
          @keydown=${(event: KeyboardEvent) => this.key(event, model)}
        ></textarea>
        ${
          this.talk.busy
            ? html`<button type="button" class="btn icon" aria-label="Stop" @click=${() => this.talk.stop()}>
                ${icon('stop')}
              </button>`
            : html`<button class="btn primary icon" aria-label="Send" ?disabled=${this.draft.trim() === ''}>
                ${icon('send')}
              </button>`
        }
      </div>
    </form>`;
  }

  private key(event: KeyboardEvent, model: Model) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) void this.send(event, model);
  }

  private async send(event: Event, model: Model) {
    event.preventDefault();
    const text = this.draft.trim();
    if (text === '' || this.talk.busy) return;
    this.draft = '';
    this.follow = true;
    if (!(await this.talk.say(text, this.how(model))) && this.draft === '') this.draft = text;
  }

  private how(model: Model): Asking {
    const keep = this.talk.conversation !== undefined || session.mayWrite;
    const settings = this.settings?.chosen ?? {};
    return { modelId: model.id, modelName: titleOf(model), system: this.prompt.of(this.talk, model), settings, keep };
  }

  private instruct(text: string, model: Model | undefined) {
    this.prompt.type(text, this.talk, model);
    this.requestUpdate();
  }

  /** The server has a conversation that it did not have, or more of one. */
  private kept() {
    const id = this.talk.conversation?.id;
    if (id !== undefined && this.isConnected && router.path === '/chat') {
      router.navigate(`/chat/${id}${location.search}`, { replace: true });
    }
    for (const list of this.lists) list.reload();
  }

  private changed() {
    this.renamed = undefined;
    void this.talk.reload();
    for (const list of this.lists) list.reload();
  }

  private async erase(conversation: Conversation) {
    if (!(await erase(conversation))) return;
    if (conversation.id === this.conversationId) navigate('/chat');
    this.changed();
  }

  private readonly scrolled = () => {
    const page = document.documentElement;
    this.follow = page.scrollHeight - page.scrollTop - page.clientHeight < 40;
  };
}
