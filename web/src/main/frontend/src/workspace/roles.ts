import type { WorkspaceRole } from '../kernel/session.js';

export const ROLE_NAME: Record<WorkspaceRole, string> = {
  owner: 'Owner',
  admin: 'Administrator',
  member: 'Member',
  viewer: 'Viewer',
};

export const ROLE_TEXT: Record<WorkspaceRole, string> = {
  owner: 'Decides about the workspace itself and about everybody in it.',
  admin: 'Invites people and looks after members and viewers.',
  member: 'Makes and changes datasets, training jobs and models.',
  viewer: 'Reads everything and changes nothing.',
};

const LOOKS_AFTER: Record<WorkspaceRole, readonly WorkspaceRole[]> = {
  owner: ['owner', 'admin', 'member', 'viewer'],
  admin: ['member', 'viewer'],
  member: [],
  viewer: [],
};

/** The roles that somebody may give and take: administrators those below them, owners all. */
export const rolesUnder = (role: WorkspaceRole): readonly WorkspaceRole[] => LOOKS_AFTER[role];

/** The roles that somebody may invite to; owners are made by a transfer. */
export const rolesToInvite = (role: WorkspaceRole): readonly WorkspaceRole[] =>
  rolesUnder(role).filter((it) => it !== 'owner');

export const administers = (role: WorkspaceRole): boolean => rolesUnder(role).length > 0;
