import { ask } from '../ui/confirm.js';
import { offer, toast, toastFailure } from '../ui/toasts.js';
import {
  archiveConversation,
  deleteConversation,
  restoreConversation,
  titleOf,
  type Conversation,
} from './conversations.api.js';

/** Puts a conversation out of the list, and offers to take that back; says whether it went. */
export async function archive(it: Conversation, changed: () => void): Promise<boolean> {
  try {
    await archiveConversation(it.id);
    offer(`“${titleOf(it)}” is archived.`, { title: 'Undo', run: () => void restore(it, changed) });
    changed();
    return true;
  } catch (failure) {
    toastFailure(failure);
    return false;
  }
}

export async function restore(it: Conversation, changed: () => void): Promise<void> {
  try {
    await restoreConversation(it.id);
    toast(`“${titleOf(it)}” is back in the list.`);
    changed();
  } catch (failure) {
    toastFailure(failure);
  }
}

/** Asks, and deletes; says whether it is gone. */
export async function erase(it: Conversation): Promise<boolean> {
  const text = 'Its messages and the comments on it go with it. Nobody can bring them back.';
  if (!(await ask({ title: `Delete “${titleOf(it)}”?`, text, confirm: 'Delete', danger: true }))) return false;
  try {
    await deleteConversation(it.id);
    toast('The conversation is deleted.');
    return true;
  } catch (failure) {
    toastFailure(failure);
    return false;
  }
}
