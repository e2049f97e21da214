import { ok, type Result } from '../kernel/result.ts';
import { requireText, toOccurrence } from '../record/occurrence.ts';
import { type Asking, type Refusal, refuse } from '../record/rules.ts';
import { nextEntryName } from './entry-name.ts';
import type { JudgeHypothesis, ProposeHypothesis } from './timeline-commands.ts';
import type { TimelineEvent } from './timeline-events.ts';
import type { TimelineState } from './timeline-state.ts';

type Decided = Result<readonly TimelineEvent[], Refusal>;

/** Refuses no text, and a moment still to come. */
export const proposeHypothesis = (command: ProposeHypothesis, state: TimelineState, asking: Asking): Decided => {
  const { type: _, at: _at, typed: _typed, ...fields } = command;
  const text = requireText(command.text, 'hypothesis.empty', 'Say what you suspect.', 'text');
  if (!text.ok) return text;
  const base = toOccurrence(command, asking);
  if (!base.ok) return base;
  return ok([
    { ...fields, ...base.value, type: 'HypothesisProposed', name: nextEntryName(state, asking), text: text.value },
  ]);
};

/** May be judged again and opened again: what people believed in between stays in the record. */
export const judgeHypothesis = (command: JudgeHypothesis, state: TimelineState, asking: Asking): Decided => {
  if (!state.hypotheses.has(command.hypothesis))
    return state.withdrawals.has(command.hypothesis)
      ? refuse(
          'hypothesis.withdrawn',
          'This hypothesis was taken back. Bring it back first: menu of its row.',
          'hypothesis',
        )
      : refuse('hypothesis.unknown', 'There is no such hypothesis in this incident.', 'hypothesis');
  // A negative result is a result: what was ruled out, and how, saves the next person the same test.
  const result = requireText(
    command.result,
    'hypothesis.no-result',
    'Say what showed it, also when it is ruled out.',
    'result',
  );
  if (!result.ok) return result;
  const base = toOccurrence(command, asking);
  if (!base.ok) return base;
  return ok([
    {
      ...base.value,
      type: 'HypothesisJudged',
      hypothesis: command.hypothesis,
      state: command.state,
      result: result.value,
      ...(command.plainText !== undefined && { plainText: command.plainText }),
    },
  ]);
};
