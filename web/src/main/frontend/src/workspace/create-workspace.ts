import { navigate } from '../kernel/router.js';
import { session } from '../kernel/session.js';
import '../ui/line-dialog.js';
import { toast } from '../ui/toasts.js';
import { createWorkspace } from './workspaces.api.js';

/** Asks for the name of a workspace for a team, makes it and goes there. */
export const askForWorkspace = (): void => {
  const dialog = document.createElement('ws-line-dialog');
  dialog.heading = 'New workspace';
  dialog.label = 'Name';
  dialog.hint =
    'A workspace of a team has its own datasets, jobs and models. You will be its owner and can invite others.';
  dialog.action = 'Create workspace';
  dialog.send = async (name) => {
    const made = await createWorkspace(name);
    await session.load();
    session.switchTo(made.id);
    navigate('/workspace?tab=members');
    toast(`${made.name} is there. You are its owner.`);
    dialog.remove();
  };
  dialog.addEventListener('closed', () => dialog.remove());
  document.body.append(dialog);
};
