import { api, listenToSession, refresh, useWorkspace, type SignedIn } from './api.js';
import { forgetPerson, recall, remember } from './preferences.js';
import { router } from './router.js';

export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly kind: 'personal' | 'team';
  readonly role: WorkspaceRole;
  /** It can only be read. */
  readonly archived: boolean;
}

export type WorkspaceRole = 'owner' | 'admin' | 'member' | 'viewer';

export interface Me {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly roles: readonly string[];
  readonly mustChangePassword: boolean;
  readonly secondFactor?: boolean;
  readonly workspaces: readonly Workspace[];
}

export type SessionState = 'unknown' | 'signed-out' | 'password' | 'second-factor' | 'signed-in';

/**
 * Who is at the keyboard and in which workspace.
 *
 * @fires change - When the state, the person or the workspace changed.
 */
class Session extends EventTarget {
  state: SessionState = 'unknown';
  me: Me | undefined;
  workspaceId = '';

  constructor() {
    super();
    listenToSession({ signedIn: (answer) => this.enter(answer), signedOut: () => this.leave() });
  }

  get workspace(): Workspace | undefined {
    return this.me?.workspaces.find((it) => it.id === this.workspaceId);
  }

  get isAdmin(): boolean {
    return this.me?.roles.includes('admin') ?? false;
  }

  /** Whether things of the present workspace may be made and changed. Until it is known, the server decides. */
  get mayWrite(): boolean {
    const workspace = this.workspace;
    return workspace === undefined || (workspace.role !== 'viewer' && !workspace.archived);
  }

  /**
   * Finds out at the start of the page whether the refresh cookie still opens a session. Script cannot see the cookie; a
   * browser in which nobody signed in does not ask.
   */
  async restore(): Promise<void> {
    if (recall('session') === undefined || !(await refresh())) this.leave();
    else if (this.state === 'signed-in') await this.load();
  }

  /** Reads name and workspaces; call after every sign-in, and when a workspace came, went or changed. */
  async load(): Promise<void> {
    const me = await api<Me>('me');
    this.me = me;
    const candidates = [recall(`workspace.${me.id}`), this.workspaceId, me.workspaces[0]?.id];
    this.workspaceId = candidates.find((id) => me.workspaces.some((it) => it.id === id)) ?? '';
    useWorkspace(this.workspaceId);
    if (!this.followAddress()) this.changed();
  }

  /**
   * Goes to the workspace that the address names, if it is one of the person's, and takes it out of the address. Others
   * are left alone: what the link leads to may be shared with the person.
   */
  followAddress(): boolean {
    const named = router.query.get('workspace');
    if (named === null || (this.me?.workspaces.length ?? 0) === 0) return false;
    router.setQuery({ workspace: undefined });
    if (named === this.workspaceId || !this.me?.workspaces.some((it) => it.id === named)) return false;
    this.switchTo(named);
    return true;
  }

  switchTo(workspaceId: string): void {
    this.workspaceId = workspaceId;
    if (this.me !== undefined) remember(`workspace.${this.me.id}`, workspaceId);
    useWorkspace(workspaceId);
    this.changed();
  }

  private enter(answer: SignedIn): void {
    if (this.workspaceId === '') this.workspaceId = recall(`workspace.${answer.user.id}`) ?? answer.workspaceId;
    const next = stateOf(answer);
    useWorkspace(next === 'signed-in' ? this.workspaceId : undefined);
    remember('session', 'open');
    if (next === this.state) return;
    this.state = next;
    this.me ??= { ...answer.user, mustChangePassword: answer.mustChangePassword, workspaces: [] };
    this.changed();
  }

  private leave(): void {
    forgetPerson();
    this.state = 'signed-out';
    this.me = undefined;
    this.workspaceId = '';
    useWorkspace(undefined);
    this.changed();
  }

  private changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

const stateOf = (answer: SignedIn): SessionState => {
  if (answer.mustChangePassword) return 'password';
  return answer.mustSetUpSecondFactor ? 'second-factor' : 'signed-in';
};

export const session = new Session();
