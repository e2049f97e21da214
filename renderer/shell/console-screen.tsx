import { ChecklistPanel } from '../features/checklist/checklist-panel.tsx';
import { Clocks } from '../features/clocks/clocks.tsx';
import { PhaseStepper } from '../features/clocks/phase-stepper.tsx';
import { Composer } from '../features/composer/composer.tsx';
import { ConsoleFrame } from '../features/console/console-frame.tsx';
import { ConsoleHeader } from '../features/console/console-header.tsx';
import { DecisionsPanel } from '../features/decisions/decisions-panel.tsx';
import { EntryLine } from '../features/entry/entry-line.tsx';
import { Handoff } from '../features/handoff/handoff.tsx';
import { HypothesesPanel } from '../features/hypotheses/hypotheses-panel.tsx';
import { NextBar } from '../features/next/next-bar.tsx';
import { RolesPanel } from '../features/people/roles-panel.tsx';
import { TasksPanel } from '../features/people/tasks-panel.tsx';
import { Situation } from '../features/situation/situation.tsx';
import { StatusLine } from '../features/status/status-line.tsx';
import { TimelinePanel } from '../features/timeline/timeline-panel.tsx';
import { UpdatesPanel } from '../features/updates-panel/updates-panel.tsx';
import { useIncident } from '../state/incident-store.ts';
import { useView } from '../state/view-store.ts';

/** Puts the features into their places; they do not know each other. */
export const ConsoleScreen = () => (
  <ConsoleFrame
    clocks={<Clocks />}
    entry={<EntryLine />}
    header={<ConsoleHeader />}
    left={
      <>
        <RolesPanel />
        <TasksPanel />
        <ChecklistPanel />
      </>
    }
    next={<NextBar failed={useIncident((open) => open.trouble)} />}
    right={
      <>
        <UpdatesPanel />
        <DecisionsPanel />
        <HypothesesPanel />
      </>
    }
    situation={<Situation />}
    status={<StatusLine />}
    steps={<PhaseStepper />}
    timeline={<TimelinePanel />}
    workspace={useWorkspace()}
  />
);

const useWorkspace = () => {
  const workspace = useView((view) => view.workspace);
  switch (workspace.name) {
    case 'timeline':
      return undefined;
    case 'composer':
      return (
        <Composer
          audience={workspace.audience}
          corrects={workspace.corrects}
          entry={<EntryLine />}
          key={workspace.audience}
          noChange={workspace.noChange}
          updates={<UpdatesPanel />}
          words={workspace.words}
        />
      );
    case 'handoff':
      return <Handoff entry={<EntryLine />} role={workspace.role} />;
  }
};
