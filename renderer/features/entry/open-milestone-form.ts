import type { ReachMilestone } from '../../../shared/lifecycle/lifecycle-commands.ts';
import { milestoneFields } from '../../state/milestone-fields.ts';
import { openDialog, viewStore } from '../../state/view-store.ts';

/** The form begins with what the line said. */
export const openMilestoneForm = (line: string, command: ReachMilestone): void =>
  openDialog({ name: 'milestone', milestone: command.milestone, begun: { line, command } });

/** True where the refusal asks for something that only the form can hold; a time is mended in the line itself. */
export const isAskedByForm = (command: ReachMilestone, field: string | undefined): boolean =>
  field !== undefined && milestoneFields(command.milestone).includes(field);

/** Nothing else may be open: a form must not push away what somebody began meanwhile. */
export const canOpenForm = (): boolean => {
  const { screen, workspace, dialog } = viewStore.getState();
  return screen === 'console' && workspace.name === 'timeline' && dialog === undefined;
};
