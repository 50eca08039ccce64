import type { ResourceType, Share, ShareLevel } from './shares.api.js';

export const LEVELS: readonly ShareLevel[] = ['view', 'comment', 'edit'];

export const LEVEL_NAME: Record<ShareLevel, string> = {
  view: 'Can view',
  comment: 'Can comment',
  edit: 'Can edit',
};

export const TYPE_NAME: Record<ResourceType, string> = {
  dataset: 'Dataset',
  training_job: 'Training job',
  model: 'Model',
  training_configuration: 'Training configuration',
  conversation: 'Conversation',
};

const PATHS: Record<ResourceType, string> = {
  dataset: '/datasets/',
  training_job: '/training/jobs/',
  model: '/models/',
  training_configuration: '/training/configs/',
  conversation: '/chat/',
};

/** The page of something shared. */
export const pathOf = (type: ResourceType, id: string): string => PATHS[type] + encodeURIComponent(id);

/** The widest share of one object, if there is any: a person may have it in several ways. */
export function widest(shares: readonly Share[], type: ResourceType, id: string): Share | undefined {
  return shares
    .filter((it) => it.resourceType === type && it.resourceId === id)
    .sort((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level))[0];
}

export interface Rights {
  /** It belongs to the present workspace. */
  readonly home: boolean;
  /** Everything that members of its workspace may do. */
  readonly own: boolean;
  /** What a share for editing allows. */
  readonly edit: boolean;
}

/** What may be done with an object: by membership in the present workspace, unless it is somebody's alone; or by a share. */
export function rightsTo(
  home: string,
  present: { readonly id: string; readonly mayWrite: boolean },
  found: Share | undefined,
  personal = false,
): Rights {
  const here = home === present.id;
  const own = here && present.mayWrite && !personal;
  return { home: here, own, edit: own || found?.level === 'edit' };
}
