import {
  createConversation,
  readConversation,
  readMessages,
  type Conversation,
  type Message,
} from '../conversation/conversations.api.js';
import { branchOf, placeOf, systemAt, type Step } from '../conversation/tree.js';
import { randomId } from '../kernel/ids.js';
import { explain, isAbort } from '../kernel/problem.js';
import { converse, type ChatRequest, type GenerationSettings, type Kept, type Said } from './chat.api.js';

/** A message as this page knows it; of an answer that came here it knows how long it took. */
export type Turn = Message & { readonly seconds?: number };

/** Whom to ask, and how. What is not kept by the server is kept in this page only. */
export interface Asking {
  readonly modelId: string;
  readonly modelName: string;
  readonly system: string;
  readonly settings: GenerationSettings;
  readonly keep: boolean;
}

/** What is said, and where: after the branch that is shown, or beside another message. */
interface Wish {
  readonly text?: string;
  readonly replaces?: Turn;
}

/** A conversation with all its branches, of which one is shown, and the answer that is being made. */
export class Talk {
  conversation: Conversation | undefined;
  busy = false;
  failure: unknown;
  private messages: readonly Turn[] = [];
  private readonly choices = new Map<string, string>();
  private running: AbortController | undefined;
  private reading: AbortController | undefined;

  constructor(private readonly told: { changed: () => void; kept: () => void }) {}

  /** The messages that are shown. */
  get branch(): readonly Step<Turn>[] {
    return branchOf(this.messages, this.choices);
  }

  /** The system prompt in force where the branch ends. */
  get system(): string {
    return systemAt(this.messages, this.leaf?.id ?? null);
  }

  private get leaf(): Turn | undefined {
    return this.branch.at(-1)?.message;
  }

  /** Begins anew. An answer that the server keeps is made to its end; another one goes nowhere. */
  clear(): void {
    if (this.conversation === undefined) this.stop();
    this.reading?.abort();
    this.running = undefined;
    this.busy = false;
    this.conversation = undefined;
    this.failure = undefined;
    this.messages = [];
    this.choices.clear();
    this.told.changed();
  }

  async open(id: string): Promise<void> {
    this.clear();
    await this.read(id);
  }

  /** Takes over what the server has, unless something is being said here. */
  async reload(): Promise<void> {
    if (!this.busy && this.conversation !== undefined) await this.read(this.conversation.id);
  }

  choose(beside: Turn, id: string): void {
    this.choices.set(placeOf(this.messages, beside), id);
    this.told.changed();
  }

  stop(): void {
    this.running?.abort();
  }

  /** Says something after the branch that is shown; says whether it was said. */
  say(text: string, asking: Asking): Promise<boolean> {
    return this.ask({ text }, asking);
  }

  /** Says a question in other words, beside the first. */
  edit(question: Turn, text: string, asking: Asking): Promise<boolean> {
    return this.ask({ text, replaces: question }, asking);
  }

  /** Has a question answered anew, beside the first answer. */
  regenerate(answer: Turn, asking: Asking): Promise<boolean> {
    return this.ask({ replaces: answer }, asking);
  }

  private async read(id: string): Promise<void> {
    this.reading?.abort();
    const reading = (this.reading = new AbortController());
    try {
      const [conversation, messages] = await Promise.all([
        readConversation(id, reading.signal),
        readMessages(id, reading.signal),
      ]);
      if (reading.signal.aborted || this.busy) return;
      const known = new Map(this.messages.map((it) => [it.id, it]));
      this.conversation = conversation;
      this.messages = messages.map((it) => merged(it, known.get(it.id)));
      this.failure = undefined;
    } catch (failure) {
      if (isAbort(failure)) return;
      this.failure = failure;
    }
    this.told.changed();
  }

  private async ask(wish: Wish, asking: Asking): Promise<boolean> {
    const running = (this.running = new AbortController());
    const before = this.messages.length;
    this.reading?.abort();
    this.busy = true;
    this.failure = undefined;
    this.told.changed();
    let failure: unknown;
    try {
      if (asking.keep && this.conversation === undefined) {
        this.conversation = await createConversation();
        this.told.kept();
      }
      await this.answer(wish, asking, running);
    } catch (refused) {
      if (!isAbort(refused)) failure = refused;
    }
    if (this.running !== running) return true;
    this.busy = false;
    if (asking.keep) await this.take();
    // What the server took before it failed stands in the conversation, with the reason.
    const said = this.messages.length > before;
    if (!said) this.failure ??= failure;
    this.told.changed();
    return said;
  }

  private async take(): Promise<void> {
    await this.reload();
    this.told.kept();
  }

  /** Shows the turn at once and fills it as the answer comes. */
  private async answer(wish: Wish, asking: Asking, running: AbortController): Promise<void> {
    const request = this.request(wish, asking);
    const before = this.messages;
    let answer = this.place(wish, asking);
    const put = (change: Partial<Turn>) => {
      // Cleared meanwhile: the answer belongs to nothing.
      if (this.running !== running) return;
      const { id } = answer;
      answer = { ...answer, ...change };
      this.messages = this.messages.map((it) => (it.id === id ? answer : it));
      this.told.changed();
    };
    const began = performance.now();
    let taken = !asking.keep;
    try {
      await converse(
        request,
        {
          kept: (ids) => {
            taken = true;
            answer = this.rename(answer, ids);
          },
          delta: (text) => put({ content: answer.content + text }),
          usage: ({ completionTokens }) => put({ completionTokens: completionTokens ?? null }),
        },
        running.signal,
      );
      put({ state: 'complete', seconds: (performance.now() - began) / 1000 });
    } catch (failure) {
      if (isAbort(failure)) put({ state: 'cancelled' });
      else if (taken) put({ state: 'failed', failure: explain(failure) });
      else {
        this.messages = before;
        throw failure;
      }
    }
  }

  private request({ text, replaces }: Wish, asking: Asking): ChatRequest {
    const { modelId, settings: generationSettings, system } = asking;
    const said: readonly Said[] = text === undefined ? [] : [{ role: 'user', content: text }];
    if (asking.keep && this.conversation !== undefined) {
      const told: readonly Said[] =
        system.trim() === this.system.trim() ? [] : [{ role: 'system', content: system.trim() }];
      const { leaf } = this;
      const after = leaf === undefined ? {} : { parentId: leaf.id };
      return {
        modelId,
        conversationId: this.conversation.id,
        messages: [...told, ...said],
        ...(replaces === undefined ? after : { replaces: replaces.id }),
        generationSettings,
      };
    }
    const told: readonly Said[] = system.trim() === '' ? [] : [{ role: 'system', content: system }];
    return { modelId, messages: [...told, ...this.upTo(replaces), ...said], generationSettings };
  }

  /** What is shown before a message, or all of it. */
  private upTo(end: Turn | undefined): readonly Said[] {
    const shown = this.branch.map((it) => it.message);
    const at = end === undefined ? shown.length : shown.findIndex((it) => it.id === end.id);
    return shown.slice(0, at).map(({ role, content }) => ({ role, content }));
  }

  /** Puts the question, if there is one, and an empty answer into the tree, and shows their branch. */
  private place({ text, replaces }: Wish, asking: Asking): Turn {
    const parentId = replaces === undefined ? (this.leaf?.id ?? null) : replaces.parentId;
    const question = text === undefined ? undefined : this.local('user', text, parentId, asking);
    if (question !== undefined) this.add(question);
    const answer = this.local('assistant', '', question?.id ?? parentId, asking);
    this.add(answer);
    this.told.changed();
    return answer;
  }

  private add(turn: Turn): void {
    this.messages = [...this.messages, turn];
    this.choices.set(placeOf(this.messages, turn), turn.id);
  }

  private local(role: Turn['role'], content: string, parentId: string | null, asking: Asking): Turn {
    return {
      id: randomId(),
      parentId,
      number: (this.messages.at(-1)?.number ?? 0) + 1,
      role,
      content,
      state: role === 'user' ? 'complete' : 'pending',
      modelId: asking.modelId,
      modelName: asking.modelName,
      completionTokens: null,
      failure: null,
      createdBy: '',
      author: '',
    };
  }

  /** Gives the turn the ids of the server, and tells the answer as it stands with them. */
  private rename(answer: Turn, { questionId, answerId }: Kept): Turn {
    const ids = new Map([[answer.id, answerId]]);
    const question = this.messages.find((it) => it.id === answer.parentId && it.createdBy === '');
    if (question !== undefined) ids.set(question.id, questionId);
    const known = (id: string): string => ids.get(id) ?? id;
    this.messages = this.messages.map((it) => ({
      ...it,
      id: known(it.id),
      parentId: it.parentId === null ? null : known(it.parentId),
    }));
    for (const [place, id] of [...this.choices]) {
      this.choices.delete(place);
      this.choices.set(known(place), known(id));
    }
    return { ...answer, id: answerId, parentId: answer.parentId === null ? null : known(answer.parentId) };
  }
}

/** What the server says, but for what it cannot know: how long it took here, and that it was just stopped. */
function merged(read: Message, known: Turn | undefined): Turn {
  if (read.state === 'pending' && known?.state === 'cancelled') return known;
  return known?.seconds === undefined ? read : { ...read, seconds: known.seconds };
}
