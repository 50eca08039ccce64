import { nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { ProblemError, explain } from '../kernel/problem.js';
import { notice } from '../ui/parts.js';
import { View } from '../ui/view.js';
import { frame } from './frame.styles.js';

/** A page outside the shell that is one form. */
export abstract class Form extends View {
  static override styles = [...View.styles, frame];

  @state() protected failure: unknown;
  @state() protected busy = false;

  /** Sends what was typed. */
  protected abstract send(data: Record<string, string>): Promise<void>;

  protected get trouble() {
    return this.failure === undefined ? nothing : notice('danger', explain(this.failure));
  }

  protected problem(pointer: string): string | undefined {
    return this.failure instanceof ProblemError ? this.failure.field(pointer) : undefined;
  }

  protected readonly submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const data = Object.fromEntries(new FormData(event.target as HTMLFormElement)) as Record<string, string>;
    this.busy = true;
    this.failure = undefined;
    try {
      await this.send(data);
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  };
}
