import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Keyboard } from './keyboard.js';

/** Something a person can do from the palette or by a key; the help page lists the same. */
export interface Action {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  /** `g d` for two keys in a row, `/`, `?`, `mod+k`. */
  readonly keys?: string;
  /** More words under which the palette finds it. */
  readonly keywords?: string;
  readonly run: () => void;
}

/**
 * The one registry of actions.
 *
 * @fires change - When actions came or went.
 */
class Actions extends EventTarget {
  private readonly all = new Map<string, Action>();
  private readonly keyboard = new Keyboard(() => this.list());

  start(): void {
    addEventListener('keydown', (event) => this.keyboard.handle(event));
  }

  list(): readonly Action[] {
    return [...this.all.values()];
  }

  add(actions: readonly Action[]): () => void {
    for (const action of actions) this.all.set(action.id, action);
    this.dispatchEvent(new Event('change'));
    return () => {
      for (const action of actions) if (this.all.get(action.id) === action) this.all.delete(action.id);
      this.dispatchEvent(new Event('change'));
    };
  }
}

export const actions = new Actions();

/** Offers actions for as long as a view is on the page. */
export class ViewActions implements ReactiveController {
  private remove: (() => void) | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly mine: () => readonly Action[],
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.remove = actions.add(this.mine());
  }

  hostDisconnected(): void {
    this.remove?.();
  }
}
