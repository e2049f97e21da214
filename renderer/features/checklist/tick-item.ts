import type { ChecklistLine } from '../../../shared/roles/checklist.ts';
import { execute } from '../../state/incident-store.ts';
import { announce } from '../../state/view-store.ts';

/** Ticks an open line, and takes the mark of a marked one back. */
export const tickItem = async ({ item, mark }: ChecklistLine): Promise<void> => {
  const reply = await execute({ type: mark ? 'UntickChecklistItem' : 'TickChecklistItem', item });
  if (!reply.ok) announce(`Not ticked. ${reply.error.sentence}`, 'refused');
};
