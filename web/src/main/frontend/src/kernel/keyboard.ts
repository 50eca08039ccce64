/** What the keyboard needs to know of an action. */
export interface Bound {
  readonly keys?: string;
  readonly run: () => void;
}

type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const PATIENCE_MS = 1200;

/** Turns key strokes into actions: plain keys only while nobody types and no modifier is down, `mod+k` always. */
export class Keyboard {
  private pending = '';
  private pendingSince = 0;

  constructor(private readonly bound: () => readonly Bound[]) {}

  handle(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.repeat || event.isComposing) return;
    const typing = event.composedPath().some(takesText);
    const action = this.press(event, typing || dialogOpen(event), event.timeStamp);
    if (action === undefined) return;
    event.preventDefault();
    action.run();
  }

  /** The action that this stroke completes, if any; `typing` lets only chords with a modifier through. */
  press(stroke: Stroke, typing: boolean, now: number): Bound | undefined {
    const modified = stroke.ctrlKey || stroke.metaKey;
    if (modified) return this.find(`mod+${stroke.key.toLowerCase()}`);
    if (typing || stroke.altKey || stroke.key.length !== 1) return undefined;
    const prefix = now - this.pendingSince < PATIENCE_MS ? this.pending : '';
    this.pending = '';
    const sequence = prefix === '' ? stroke.key : `${prefix} ${stroke.key}`;
    const action = this.find(sequence);
    if (action === undefined && this.startsOne(stroke.key)) {
      this.pending = stroke.key;
      this.pendingSince = now;
    }
    return action;
  }

  private find(keys: string): Bound | undefined {
    // The newest wins: a view's own key goes before the shell's.
    return this.bound().findLast((action) => action.keys === keys);
  }

  private startsOne(key: string): boolean {
    return this.bound().some((action) => action.keys?.startsWith(`${key} `) ?? false);
  }
}

function takesText(target: EventTarget): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'file', 'range'].includes(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

const dialogOpen = (event: KeyboardEvent): boolean =>
  event.composedPath().some((target) => target instanceof HTMLDialogElement && target.open);
