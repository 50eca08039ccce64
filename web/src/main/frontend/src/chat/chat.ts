import { Task } from '@lit/task';
import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { count, figure } from '../kernel/format.js';
import { recall, remember } from '../kernel/preferences.js';
import { explain } from '../kernel/problem.js';
import { router } from '../kernel/router.js';
import { session } from '../kernel/session.js';
import { listModels, titleOf, type Model } from '../model/models.api.js';
import { defaultModel } from '../setting/settings.api.js';
import '../ui/copy-button.js';
import { icon } from '../ui/icons.js';
import { empty, field, notice } from '../ui/parts.js';
import { View, reading } from '../ui/view.js';
import './answer-text.js';
import type { GenerationSettings } from './chat.api.js';
import { styles } from './chat.styles.js';
import { Conversation, type Turn } from './conversation.js';

/** A conversation with a base model or an adapter. The model stands in the address. */
@customElement('ws-chat')
export class Chat extends View {
  static override styles = [...View.styles, styles];

  @state() private system = recall('chat.system') ?? '';
  @state() private temperature = recall('chat.temperature') ?? '';
  @state() private longest = recall('chat.longest') ?? '';
  @state() private draft = '';
  @query('.ask') private readonly asking!: HTMLElement | null;
  private readonly talk = new Conversation(() => this.requestUpdate());
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

  override connectedCallback() {
    super.connectedCallback();
    addEventListener('scroll', this.scrolled, { passive: true });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('scroll', this.scrolled);
    this.talk.stop();
  }

  override updated() {
    if (this.talk.busy && this.follow) this.asking?.scrollIntoView({ block: 'end' });
  }

  override render() {
    return html`<h1 class="visually-hidden">Chat</h1>
      ${reading(this.models, 'models', (models) => (models.length === 0 ? this.none() : this.filled(models)))}`;
  }

  private none() {
    const add = html`<a class="btn primary" href="/models">Go to models</a>`;
    return html`<div class="card">
      ${empty('chat', 'No model is ready', 'Import a base model, or wait until the import is through.', add)}
    </div>`;
  }

  private filled(models: readonly Model[]) {
    const model = models.find((it) => it.id === this.query.get('model')) ?? models[0];
    if (model === undefined) return nothing;
    return html`<div class="page">
      <div class="stack tight">${this.bar(models, model)} ${this.settings()}</div>
      ${
        this.talk.turns.length === 0
          ? empty(
              'chat',
              `Talk to ${titleOf(model)}`,
              'Ask something your dataset is about, then ask the base model the same.',
            )
          : html`<ol class="talk" aria-label="Conversation" aria-busy=${this.talk.busy}>
              ${this.talk.turns.map((turn, index) => this.turn(turn, index === this.talk.turns.length - 1, model))}
            </ol>`
      }
      ${this.ask(model)}
    </div>`;
  }

  private bar(models: readonly Model[], model: Model) {
    const options = (kind: Model['kind']) =>
      models
        .filter((it) => it.kind === kind)
        .map((it) => html`<option value=${it.id} ?selected=${it.id === model.id}>${titleOf(it)}</option>`);
    return html`<div class="bar">
      ${field({
        id: 'model',
        label: 'Model',
        control: html`<select
          id="model"
          @change=${(event: Event) => router.setQuery({ model: (event.target as HTMLSelectElement).value })}
        >
          <optgroup label="Tuned models">${options('adapter')}</optgroup>
          <optgroup label="Base models">${options('base')}</optgroup>
        </select>`,
      })}
      <button class="btn" ?disabled=${this.talk.turns.length === 0} @click=${() => this.talk.clear()}>
        New conversation
      </button>
    </div>`;
  }

  private settings() {
    const input = (name: 'system' | 'temperature' | 'longest') => (event: Event) => {
      this[name] = (event.target as HTMLInputElement).value;
      remember(`chat.${name}`, this[name] === '' ? undefined : this[name]);
    };
    return html`<details>
      <summary class="muted small">Settings</summary>
      <div class="settings">
        <div class="wide">
          ${field({
            id: 'system',
            label: 'System prompt',
            control: html`<textarea id="system" rows="2" .value=${this.system} @input=${input('system')}></textarea>`,
          })}
        </div>
        ${field({
          id: 'temperature',
          label: 'Temperature',
          control: html`<input
            id="temperature"
            type="number"
            min="0"
            max="2"
            step="0.1"
            placeholder="default"
            .value=${this.temperature}
            @input=${input('temperature')}
          />`,
        })}
        ${field({
          id: 'longest',
          label: 'Longest answer (tokens)',
          control: html`<input
            id="longest"
            type="number"
            min="1"
            step="1"
            placeholder="default"
            .value=${this.longest}
            @input=${input('longest')}
          />`,
        })}
      </div>
    </details>`;
  }

  private turn(turn: Turn, last: boolean, model: Model) {
    if (turn.role === 'user') {
      return html`<li>
        <span class="visually-hidden">You:</span>
        <div class="mine">${turn.content}</div>
      </li>`;
    }
    const waiting = last && this.talk.busy;
    return html`<li>
      <span class="visually-hidden">Answer:</span>
      ${turn.content === '' && waiting ? html`<span class="spinner" role="status" aria-label="Thinking"></span>` : nothing}
      <ws-answer-text .text=${turn.content}></ws-answer-text>
      ${turn.failure === undefined ? nothing : notice('danger', explain(turn.failure))}
      ${waiting ? nothing : this.tools(turn, last, model)}
    </li>`;
  }

  private tools(turn: Turn, last: boolean, model: Model) {
    const tokens = turn.usage?.completionTokens;
    const speed =
      tokens === undefined || turn.seconds === undefined ? '' : `, ${figure(tokens / turn.seconds, 3)} tokens/s`;
    return html`<div class="row tools">
      <ws-copy-button small ghost .text=${() => turn.content}></ws-copy-button>
      ${
        last
          ? html`<button
              class="btn small ghost"
              @click=${() => this.talk.regenerate(model.id, this.system, this.chosen())}
            >
              ${icon('retry')}Regenerate
            </button>`
          : nothing
      }
      <span class="small num">${tokens === undefined ? '' : `${count(tokens)} tokens${speed}`}</span>
    </div>`;
  }

  private ask(model: Model) {
    return html`<form class="ask" @submit=${(event: Event) => this.send(event, model)}>
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
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.send(event, model);
  }

  private send(event: Event, model: Model) {
    event.preventDefault();
    const text = this.draft.trim();
    if (text === '' || this.talk.busy) return;
    this.draft = '';
    this.follow = true;
    void this.talk.say(text, model.id, this.system, this.chosen());
  }

  private chosen(): GenerationSettings {
    return {
      ...(this.temperature === '' ? {} : { temperature: Number(this.temperature) }),
      ...(this.longest === '' ? {} : { maxOutputTokens: Number(this.longest) }),
    };
  }

  private readonly scrolled = () => {
    const page = document.documentElement;
    this.follow = page.scrollHeight - page.scrollTop - page.clientHeight < 40;
  };
}
