import { sentRows } from '../../../shared/updates/sent-rows.ts';
import type { AppAction } from '../../state/action.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { showWorkspace, viewStore } from '../../state/view-store.ts';

/** For each audience: write to it, and mend what it was told last. */
export const composerChoices = (): readonly AppAction[] => {
  const { open } = incidentStore.getState();
  if (!open || viewStore.getState().screen !== 'console') return [];
  const { lifecycle, timeline, updates } = open.state;
  const input = { playbook: open.playbook, lifecycle, timeline, updates };
  return open.playbook.audiences.flatMap(({ id: audience, name }): readonly AppAction[] => {
    const last = sentRows(input, audience).find(({ sent }) => sent.retractedBy === undefined);
    const mend: AppAction[] =
      last && open.readOnly === null
        ? [
            {
              id: `updates.mend.${audience}`,
              label: `Correct or take back the last update: ${name}`,
              group: 'Updates',
              isAvailable: () => true,
              run: () => showWorkspace({ name: 'composer', audience, corrects: last.sent.event.id }),
            },
          ]
        : [];
    return [
      {
        id: `updates.write.${audience}`,
        label: `Write an update: ${name}`,
        group: 'Updates',
        isAvailable: () => true,
        run: () => showWorkspace({ name: 'composer', audience }),
      },
      ...mend,
    ];
  });
};
