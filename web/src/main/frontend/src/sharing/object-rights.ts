import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { html, nothing } from 'lit';
import { isAbort } from '../kernel/problem.js';
import { session } from '../kernel/session.js';
import { icon } from '../ui/icons.js';
import { notice } from '../ui/parts.js';
import { toastFailure } from '../ui/toasts.js';
import { LEVEL_NAME, rightsTo, widest, type Rights } from './levels.js';
import { listReceivedShares, type Resource, type Share } from './shares.api.js';

/** What the person may do with the object of a page. For one of another workspace it asks what was shared. */
export class ObjectRights implements ReactiveController {
  private asked = '';
  private found: Share | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly resource: () => Resource | undefined,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const resource = this.resource();
    if (resource === undefined || this.asked === resource.id || !this.isOthers(resource)) return;
    this.asked = resource.id;
    this.ask(resource).catch((failure: unknown) => isAbort(failure) || toastFailure(failure));
  }

  get rights(): Rights {
    const home = this.resource()?.workspaceId ?? '';
    const present = { id: session.workspaceId, mayWrite: session.mayWrite };
    return rightsTo(home, present, this.found, this.isPersonal(this.resource()));
  }

  private isPersonal(resource: Resource | undefined): boolean {
    return resource?.ownerId !== undefined && resource.ownerId !== session.me?.id;
  }

  private isOthers(resource: Resource): boolean {
    return resource.workspaceId !== session.workspaceId || this.isPersonal(resource);
  }

  /** By whom it is shared and how far, or the way to its workspace. */
  notice() {
    const resource = this.resource();
    if (resource === undefined || !this.isOthers(resource)) return nothing;
    const home = this.isPersonal(resource)
      ? undefined
      : session.me?.workspaces.find((it) => it.id === resource.workspaceId);
    if (home !== undefined) {
      const enter = () => session.switchTo(home.id);
      return notice(
        'info',
        html`This belongs to “${home.name}”. <button class="link" @click=${enter}>Open that workspace</button>`,
      );
    }
    return this.found === undefined ? nothing : notice('info', told(this.found));
  }

  /** The button that opens the dialog, for those who may share. */
  button(open: () => void) {
    return this.rights.own ? html`<button class="btn" @click=${open}>${icon('share')}Share</button>` : nothing;
  }

  private async ask(resource: Resource): Promise<void> {
    const { items } = await listReceivedShares();
    this.found = widest(items, resource.type, resource.id);
    this.host.requestUpdate();
  }
}

const told = (it: Share) =>
  html`<p>
      Shared by ${it.sharedBy}${it.granteeWorkspaceId === null ? '' : ` with “${it.grantee}”`}.
      ${LEVEL_NAME[it.level].replace('Can', 'You can')} it.
    </p>
    ${it.note === null || it.note === '' ? nothing : html`<p class="muted">${it.note}</p>`}`;
