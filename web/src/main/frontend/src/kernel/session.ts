import { api, listenToSession, refresh, useWorkspace, type SignedIn } from './api.js';
import { recall, remember } from './preferences.js';

export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly role: string;
}

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

  /**
   * Finds out at the start of the page whether the refresh cookie still opens a session. Script cannot see the cookie; a
   * browser in which nobody signed in does not ask.
   */
  async restore(): Promise<void> {
    if (recall('session') === undefined || !(await refresh())) this.leave();
    else if (this.state === 'signed-in') await this.load();
  }

  /** Reads name and workspaces; call after every sign-in. */
  async load(): Promise<void> {
    this.me = await api<Me>('me');
    const wanted = recall(`workspace.${this.me.id}`);
    if (this.me.workspaces.some((it) => it.id === wanted)) this.workspaceId = wanted ?? '';
    useWorkspace(this.workspaceId);
    this.changed();
  }

  switchTo(workspaceId: string): void {
    this.workspaceId = workspaceId;
    if (this.me !== undefined) remember(`workspace.${this.me.id}`, workspaceId);
    useWorkspace(workspaceId);
    this.changed();
  }

  private enter(answer: SignedIn): void {
    if (this.workspaceId === '') this.workspaceId = answer.workspaceId;
    const next = stateOf(answer);
    useWorkspace(next === 'signed-in' ? this.workspaceId : undefined);
    remember('session', 'open');
    if (next === this.state) return;
    this.state = next;
    this.me ??= { ...answer.user, mustChangePassword: answer.mustChangePassword, workspaces: [] };
    this.changed();
  }

  private leave(): void {
    remember('session', undefined);
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
