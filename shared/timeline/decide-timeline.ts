import type { Result } from '../kernel/result.ts';
import type { Playbook } from '../playbook/playbook.ts';
import type { Asking, Refusal } from '../record/rules.ts';
import { stateClockError } from './decide-clock-error.ts';
import { askDecision, makeDecision } from './decide-decisions.ts';
import { attachEvidence, closeTodo, correctEntry, recordEntry, starEntry } from './decide-entries.ts';
import { judgeHypothesis, proposeHypothesis } from './decide-hypotheses.ts';
import { redactText, withdrawEvent } from './decide-taking-back.ts';
import { extendTask, finishTask, giveTask } from './decide-tasks.ts';
import type { TimelineCommand } from './timeline-commands.ts';
import type { TimelineEvent } from './timeline-events.ts';
import type { TimelineState } from './timeline-state.ts';

/**
 * What a command about the timeline adds to the record, or why not. An empty list means that everything is already
 * as asked: there is nothing to record. Events of other features are not known here: the caller refuses to withdraw,
 * redact or star one that is not in the incident, and to withdraw a declaration.
 */
export const decideTimeline = (
  command: TimelineCommand,
  state: TimelineState,
  asking: Asking,
  playbook: Playbook,
): Result<readonly TimelineEvent[], Refusal> => {
  switch (command.type) {
    case 'RecordEntry':
      return recordEntry(command, state, asking);
    case 'CorrectEntry':
      return correctEntry(command, state, asking);
    case 'StarEntry':
      return starEntry(command, state, asking);
    case 'AttachEvidence':
      return attachEvidence(command, state, asking);
    case 'CloseTodo':
      return closeTodo(command, state, asking);
    case 'RedactText':
      return redactText(command, state, asking);
    case 'WithdrawEvent':
      return withdrawEvent(command, state, asking);
    case 'StateClockError':
      return stateClockError(command, asking);
    case 'AskDecision':
      return askDecision(command, state, asking);
    case 'MakeDecision':
      return makeDecision(command, state, asking, playbook.settings.longIncidentFactor);
    case 'ProposeHypothesis':
      return proposeHypothesis(command, state, asking);
    case 'JudgeHypothesis':
      return judgeHypothesis(command, state, asking);
    case 'GiveTask':
      return giveTask(command, state, asking);
    case 'ExtendTask':
      return extendTask(command, state, asking);
    case 'FinishTask':
      return finishTask(command, state, asking);
  }
};
