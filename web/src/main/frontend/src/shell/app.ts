import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { actions } from '../kernel/actions.js';
import { live } from '../kernel/live.js';
import { router } from '../kernel/router.js';
import { match, type Match } from '../kernel/routes.js';
import { session } from '../kernel/session.js';
import { theme } from '../kernel/theme.js';
import { base } from '../ui/base.styles.js';
import { controls } from '../ui/controls.styles.js';
import { icon } from '../ui/icons.js';
import { failed } from '../ui/parts.js';
import { toastFailure } from '../ui/toasts.js';
import { styles } from './app.styles.js';
import { MOVED, PAGES, type PageRoute } from './pages.js';
import { THEME_ICON, shellActions } from './shell-actions.js';
import '../notification/notification-bell.js';
import './not-found.js';
import './palette.js';
import './keyboard-help.js';
import './sidebar.js';

/** The frame around every page: sidebar (a drawer on narrow screens), top bar, palette, toasts and the page itself. */
@customElement('ws-app')
export class App extends LitElement {
  static override styles = [base, controls, styles];

  @state() private page: Match<PageRoute> | undefined;
  @state() private failure: unknown;
  @state() private overlay: 'none' | 'palette' | 'help' | 'drawer' = 'none';
  @query('main') private readonly main!: HTMLElement | null;
  @query('.drawer') private readonly drawer!: HTMLDialogElement | null;

  override connectedCallback() {
    super.connectedCallback();
    const redraw = () => this.requestUpdate();
    live.addEventListener('change', redraw);
    theme.addEventListener('change', redraw);
    session.addEventListener('change', () => void this.open());
    router.addEventListener('change', (event) => {
      if (session.followAddress()) return;
      if ((event as CustomEvent<{ path: boolean }>).detail.path) void this.open(true);
    });
    actions.add(shellActions({ palette: () => this.toggle('palette'), help: () => this.toggle('help') }));
    addEventListener('unhandledrejection', (event) => toastFailure(event.reason));
    session.restore().catch((failure: unknown) => (this.failure = failure));
  }

  override updated() {
    if (this.overlay === 'drawer' && this.drawer?.open === false) this.drawer.showModal();
    if (this.overlay !== 'drawer' && this.drawer?.open === true) this.drawer.close();
  }

  override render() {
    if (this.failure !== undefined) return this.alone(failed(this.failure, () => location.reload()));
    if (session.state === 'unknown') return this.alone(html`<p class="muted" role="status">Opening Whetstone…</p>`);
    const content = this.content();
    if (session.state !== 'signed-in')
      return html`<main id="main" tabindex="-1">${content}</main>
        ${this.overlays()}`;
    return html`
      <nav aria-label="Skip"><a class="skip" href="#main" @click=${this.skip}>Skip to content</a></nav>
      <div class="frame">
        <aside class="side" aria-label="Sidebar"><ws-sidebar .path=${router.path}></ws-sidebar></aside>
        ${this.topBar()}
        <main id="main" tabindex="-1">${this.readOnly()}${content}</main>
      </div>
      ${this.overlays()}
    `;
  }

  private topBar() {
    return html`<header class="top">
      <button class="btn ghost icon menu" aria-label="Open navigation" @click=${() => this.toggle('drawer')}>
        ${icon('menu')}
      </button>
      <button class="jump" @click=${() => this.toggle('palette')} aria-keyshortcuts="Control+K">
        ${icon('search')}<span class="grow">Search or jump to…</span><kbd>Ctrl K</kbd>
      </button>
      <span class="grow"></span>
      <span class="offline" role="status" ?hidden=${live.state !== 'offline'}>
        <span class="spinner"></span><span>Reconnecting…</span>
      </span>
      <ws-notification-bell></ws-notification-bell>
      <button
        class="btn ghost icon"
        aria-label="Theme: ${theme.current}"
        title="Theme: ${theme.current}"
        @click=${() => theme.next()}
      >
        ${icon(THEME_ICON[theme.current])}
      </button>
      <button
        class="btn ghost icon help"
        aria-label="Keyboard shortcuts"
        title="Keyboard shortcuts (?)"
        @click=${() => this.toggle('help')}
      >
        ${icon('keyboard')}
      </button>
    </header>`;
  }

  private content(): TemplateResult | typeof nothing {
    if (this.page === undefined) return session.state === 'signed-in' ? html`<ws-not-found></ws-not-found>` : nothing;
    const { route, parameters } = this.page;
    return html`${keyed(`${session.workspaceId} ${route.stays ?? router.path}`, route.render(parameters))}`;
  }

  private readOnly() {
    if (session.mayWrite) return nothing;
    return html`<p class="read-only muted small">
      ${
        session.workspace?.archived === true
          ? 'This workspace is archived: it can only be read.'
          : 'You are a viewer of this workspace: you can read everything and change nothing.'
      }
    </p>`;
  }

  private overlays() {
    const close = () => (this.overlay = 'none');
    return html`
      <ws-toasts></ws-toasts>
      ${this.overlay === 'palette' ? html`<ws-palette @closed=${close}></ws-palette>` : nothing}
      ${this.overlay === 'help' ? html`<ws-keyboard-help @closed=${close}></ws-keyboard-help>` : nothing}
      <dialog class="drawer" aria-label="Navigation" @close=${close} @click=${this.backdrop}>
        ${this.overlay === 'drawer' ? html`<ws-sidebar .path=${router.path}></ws-sidebar>` : nothing}
      </dialog>
    `;
  }

  private alone(content: TemplateResult) {
    return html`<main id="main" class="alone">${content}</main>`;
  }

  /** Opens the page of the address, or the one that the state of the session asks for. */
  private async open(moved = false) {
    const found = match(PAGES, router.path);
    const elsewhere = MOVED[router.path.replace(/\/+$/, '')] ?? detour(found?.route);
    if (elsewhere !== undefined) return router.navigate(elsewhere, { replace: true });
    this.overlay = 'none';
    try {
      await found?.route.load();
    } catch {
      this.failure = new Error('A part of the application could not be loaded. It may have been updated meanwhile.');
      return;
    }
    // Another click may have been faster than the code.
    if (match(PAGES, router.path)?.route !== found?.route) return;
    this.page = found;
    document.title = `${found?.route.title ?? 'Not found'} · Whetstone`;
    this.requestUpdate();
    if (!moved) return;
    await this.updateComplete;
    this.main?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  private toggle(overlay: 'palette' | 'help' | 'drawer') {
    if (session.state === 'signed-in') this.overlay = this.overlay === overlay ? 'none' : overlay;
  }

  private readonly skip = (event: Event) => {
    event.preventDefault();
    this.main?.focus();
  };

  private readonly backdrop = (event: Event) => {
    if (event.target === this.drawer) this.overlay = 'none';
  };
}

/** Where to go instead of this page in the present state of the session, if anywhere. */
function detour(route: PageRoute | undefined): string | undefined {
  switch (session.state) {
    case 'signed-out': {
      if (route?.access === 'open') return undefined;
      const here = router.path + location.search;
      return here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`;
    }
    case 'password':
      return route?.access === 'password' ? undefined : '/password';
    case 'second-factor':
      return route?.path === '/second-factor' ? undefined : '/second-factor';
    case 'signed-in':
      return route?.access === 'open' && route.always !== true ? safeTarget(router.query.get('next')) : undefined;
    default:
      return undefined;
  }
}

const safeTarget = (next: string | null): string => (next !== null && /^\/(?![/\\])/.test(next) ? next : '/');
