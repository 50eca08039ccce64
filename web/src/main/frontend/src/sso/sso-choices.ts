import { Task } from '@lit/task';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { refresh } from '../kernel/api.js';
import { router } from '../kernel/router.js';
import { session } from '../kernel/session.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { icon } from '../ui/icons.js';
import { notice } from '../ui/parts.js';
import { listChoices, startUrl, type ProviderChoice } from './choices.api.js';
import { requestIdOf, sentenceOf } from './reasons.js';

const PAUSE = 300;

/**
 * The ways to sign in besides a password, for the sign-in page. They follow the domain of the address that is typed
 * there. It also takes in whoever comes back from a provider, and says why somebody was not let in.
 */
@customElement('ws-sso-choices')
export class SsoChoices extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s3);
      }
      .btn {
        width: 100%;
        min-height: 38px;
      }
      .or {
        text-align: center;
      }
    `,
  ];

  /** The id of the field beside it that the address is typed into. */
  @property() for = 'email';
  @state() private asked = '';
  private root: Node | undefined;
  private pause: ReturnType<typeof setTimeout> | undefined;

  private readonly choices = new Task(this, {
    task: ([email], { signal }) => listChoices(email, signal),
    args: () => [this.asked] as const,
  });

  override connectedCallback() {
    super.connectedCallback();
    this.root = this.getRootNode();
    this.root.addEventListener('input', this.typed);
    if (router.query.get('sso') === 'done') void this.enter();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.root?.removeEventListener('input', this.typed);
    clearTimeout(this.pause);
  }

  override render() {
    const choices = this.choices.value ?? [];
    return html`${this.refusal()} ${choices.length === 0 ? nothing : html`<p class="or small muted">or</p>`}
    ${choices.map((choice) => html`<a class="btn" href=${this.href(choice)}>${icon('key')}${choice.buttonText}</a>`)}`;
  }

  private readonly typed = (event: Event) => {
    const input = event.target as HTMLInputElement;
    if (input.id !== this.for) return;
    const complete = /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(input.value) ? input.value : '';
    clearTimeout(this.pause);
    this.pause = setTimeout(() => (this.asked = complete), PAUSE);
  };

  private refusal() {
    const reason = router.query.get('sso');
    if (reason === null || reason === 'done') return nothing;
    const id = requestIdOf(router.query.get('request'));
    return notice(
      'danger',
      html`<p>${sentenceOf(reason)}</p>
        ${id === undefined ? nothing : html`<p class="small">Request id <code>${id}</code></p>`}`,
    );
  }

  private href(choice: ProviderChoice): string {
    return startUrl(choice, router.query.get('next') ?? '/', this.asked);
  }

  // The cookie of the session came with the redirect; with it the page gets its token.
  private async enter() {
    try {
      if (await refresh()) await session.load();
    } catch {
      router.setQuery({ sso: 'provider_failed' });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ws-sso-choices': SsoChoices;
  }
}
