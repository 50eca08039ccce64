import { isAbort } from '../kernel/problem.js';
import { converse, type GenerationSettings, type Message, type Usage } from './chat.api.js';

/** One turn; an answer that failed keeps what came before the failure. */
export interface Turn extends Message {
  readonly failure?: unknown;
  readonly usage?: Usage;
  readonly seconds?: number;
}

/** A conversation with one model, kept in this page only. */
export class Conversation {
  turns: readonly Turn[] = [];
  busy = false;
  private running: AbortController | undefined;

  constructor(private readonly changed: () => void) {}

  async say(text: string, modelId: string, system: string, settings: GenerationSettings): Promise<void> {
    this.turns = [...this.turns, { role: 'user', content: text }];
    await this.answer(modelId, system, settings);
  }

  /** Forgets the last answer and asks again. */
  async regenerate(modelId: string, system: string, settings: GenerationSettings): Promise<void> {
    const last = this.turns.findLastIndex((turn) => turn.role === 'user');
    this.turns = this.turns.slice(0, last + 1);
    await this.answer(modelId, system, settings);
  }

  stop(): void {
    this.running?.abort();
  }

  clear(): void {
    this.stop();
    this.turns = [];
    this.changed();
  }

  private async answer(modelId: string, system: string, generationSettings: GenerationSettings): Promise<void> {
    const asked = this.turns.map(({ role, content }): Message => ({ role, content }));
    const messages: Message[] = system.trim() === '' ? asked : [{ role: 'system', content: system }, ...asked];
    const running = (this.running = new AbortController());
    const began = performance.now();
    let turn: Turn = { role: 'assistant', content: '' };
    const place = this.turns.length;
    const put = (change: Partial<Turn>) => {
      // Cleared meanwhile: the answer belongs to nothing.
      if (this.running !== running || this.turns.length < place) return;
      turn = { ...turn, ...change };
      this.turns = [...this.turns.slice(0, place), turn];
      this.changed();
    };
    this.busy = true;
    put({});
    try {
      const told = {
        delta: (text: string) => put({ content: turn.content + text }),
        usage: (usage: Usage) => put({ usage }),
      };
      await converse({ modelId, messages, generationSettings }, told, running.signal);
      put({ seconds: (performance.now() - began) / 1000 });
    } catch (failure) {
      if (!isAbort(failure)) put({ failure });
    } finally {
      if (this.running === running) this.busy = false;
      this.changed();
    }
  }
}
