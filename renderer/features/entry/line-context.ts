import type { IncidentState } from '../../../shared/incident/incident-state.ts';
import { projectLineContext } from '../../../shared/incident/line-to-command.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import type { LineContext } from '../../../shared/timeline/line-intent.ts';

let last: { readonly state: IncidentState; readonly playbook: Playbook; readonly context: LineContext } | undefined;

/** Names of people and entries at this state. Kept until the next one: of 10,000 entries it takes several ms. */
export const lineContext = (state: IncidentState, playbook: Playbook): LineContext => {
  if (last?.state !== state || last.playbook !== playbook)
    last = { state, playbook, context: projectLineContext(state, playbook, 'note') };
  return last.context;
};
