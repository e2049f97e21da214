import { openTasks } from '../../../shared/timeline/tasks.ts';
import type { AppAction } from '../../state/action.ts';
import { currentInstant } from '../../state/clock.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { openDialog, viewStore } from '../../state/view-store.ts';
import { peopleActions } from './people-actions.ts';

/** One action a role that has none of its own, and one a task in flight. */
export const peopleChoices = (): readonly AppAction[] => {
  const { open } = incidentStore.getState();
  if (open?.readOnly !== null || viewStore.getState().screen !== 'console') return [];
  const { state, playbook } = open;
  return [
    ...playbook.roles
      .filter(({ name }) => !peopleActions.some(({ label }) => label === nameRole(name)))
      .map(
        ({ id, name }): AppAction => ({
          id: `people.role.${id}`,
          label: nameRole(name),
          group: 'People',
          isAvailable: () => true,
          run: () => openDialog({ name: 'role', role: id }),
        }),
      ),
    ...openTasks(state.timeline, currentInstant(), playbook.settings).map(
      ({ id, owner, text }): AppAction => ({
        id: `task.settle.${id}`,
        label: `Settle the task of ${owner}: ${text}`,
        group: 'Command',
        isAvailable: () => true,
        run: () => openDialog({ name: 'finish-task', task: id }),
      }),
    ),
  ];
};

const nameRole = (name: string): string => `Name the ${name}`;
