/**
 * The address is the state: views read path and query from here and change them through `navigate` and `setQuery`.
 *
 * @fires change - When the address changed; `detail.path` says whether the path did.
 */
class Router extends EventTarget {
  private shown = '';

  get path(): string {
    return location.pathname;
  }

  get query(): URLSearchParams {
    return new URLSearchParams(location.search);
  }

  /** Follows links of the page without loading it again, and the buttons of the browser. */
  start(): void {
    this.shown = this.path;
    addEventListener('popstate', () => this.changed());
    addEventListener('click', (event) => this.follow(event));
  }

  navigate(url: string, options: { replace?: boolean } = {}): void {
    if (url === this.path + location.search) return;
    if (options.replace === true) history.replaceState(null, '', url);
    else history.pushState(null, '', url);
    this.changed();
  }

  /** Changes parts of the query in place; empty values leave the address. */
  setQuery(changes: Record<string, string | undefined>): void {
    const query = this.query;
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined || value === '') query.delete(name);
      else query.set(name, value);
    }
    const search = query.toString();
    this.navigate(this.path + (search === '' ? '' : `?${search}`), { replace: true });
  }

  private changed(): void {
    const path = this.path !== this.shown;
    this.shown = this.path;
    this.dispatchEvent(new CustomEvent('change', { detail: { path } }));
  }

  private follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const anchor = event.composedPath().find((it): it is HTMLAnchorElement => it instanceof HTMLAnchorElement);
    if (anchor === undefined || !isOurs(anchor)) return;
    event.preventDefault();
    this.navigate(anchor.pathname + anchor.search);
  }
}

function isOurs(anchor: HTMLAnchorElement): boolean {
  if (anchor.target !== '' || anchor.hasAttribute('download') || anchor.origin !== location.origin) return false;
  if (anchor.hash !== '' && anchor.pathname === location.pathname) return false;
  return !/^\/(api|v1|openapi|health|metrics|assets)(\/|$)/.test(anchor.pathname);
}

export const router = new Router();
export const navigate = (url: string): void => router.navigate(url);
