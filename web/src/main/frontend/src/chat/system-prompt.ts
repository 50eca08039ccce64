import { recall, remember } from '../kernel/preferences.js';
import type { Model } from '../model/models.api.js';
import type { Talk } from './talk.js';

type Told = Pick<Talk, 'conversation' | 'system'>;

const REMEMBERED = 'chat.system';

/** The system prompt that the next question is asked under. */
export class SystemPrompt {
  private typed: string | undefined;

  /** What was typed; else a conversation's own; else what the model was tuned under, or was last typed for others. */
  of(talk: Told, model: Model | undefined): string {
    if (this.typed !== undefined) return this.typed;
    if (talk.conversation !== undefined) return talk.system;
    return model?.systemPrompt ?? recall(REMEMBERED) ?? '';
  }

  type(text: string, talk: Told, model: Model | undefined) {
    this.typed = text;
    const own = talk.conversation !== undefined || model?.systemPrompt != null;
    if (!own) remember(REMEMBERED, text === '' ? undefined : text);
  }

  /** Another conversation begins or is opened. */
  forget() {
    this.typed = undefined;
  }
}
