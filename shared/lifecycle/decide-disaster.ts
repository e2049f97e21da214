import { given } from '../kernel/given.ts';
import { ok, type Result } from '../kernel/result.ts';
import { eventBase } from '../record/occurrence.ts';
import { type Asking, type Refusal, refuse } from '../record/rules.ts';
import { checkText, firstRefusal } from './check-moment.ts';
import type { Decided } from './decided.ts';
import { disasterInstants, impossibleRecovery } from './disaster-instants.ts';
import type {
  NoteRestoreProgress,
  RecordRecoveryInstant,
  RecordRegulatorInstant,
  SetObjectives,
} from './lifecycle-commands.ts';
import type { LifecycleState } from './lifecycle-state.ts';

/**
 * Refuses no objective at all, spans that are no whole ms from zero up, and an MTPD under the RTO, also one that was
 * set before.
 */
export const decideObjectives = (command: SetObjectives, state: LifecycleState, asking: Asking): Decided => {
  const { dataset, rpoMs, rtoMs, mtpdMs, minService } = command;
  const named = checkDataset(dataset);
  if (!named.ok) return named;
  const objectives = given({ rpoMs, rtoMs, mtpdMs, minService });
  if (Object.keys(objectives).length === 0)
    return refuse('objectives.empty', 'Give at least one objective: RPO, RTO, MTPD or the minimum service.');
  if ([rpoMs, rtoMs, mtpdMs].some((ms) => ms !== undefined && !(Number.isSafeInteger(ms) && ms >= 0)))
    return refuse('objectives.duration', 'An objective is a span of time, zero or longer.');
  const known = { ...state.recoveryTracks.get(dataset), ...objectives };
  if (known.mtpdMs !== undefined && known.rtoMs !== undefined && known.mtpdMs < known.rtoMs)
    return refuse('objectives.mtpd', 'The longest tolerable stop (MTPD) cannot be shorter than the RTO.', 'mtpdMs');
  return ok([{ type: 'ObjectivesSet', ...eventBase(command, asking), dataset, ...objectives }]);
};

/** Refuses an order of instants that cannot be, and `lossUntil` or `downFrom` without a reason. */
export const decideInstant = (command: RecordRecoveryInstant, state: LifecycleState, asking: Asking): Decided => {
  const { instant, dataset, reason } = command;
  const check = firstRefusal(checkDataset(dataset), checkMoved(command));
  if (!check.ok) return check;
  const when = eventBase(command, asking);
  const wrong = impossibleRecovery({ ...disasterInstants(state, dataset), [instant]: when.occurredAt }).find(
    (pair) => pair.before === instant || pair.after === instant,
  );
  if (wrong) return refuse('recovery.impossible', wrong.sentence, 'at');
  return ok([
    {
      type: 'RecoveryInstantRecorded',
      ...when,
      instant,
      dataset,
      ...given({ reason: reason?.trim() || undefined }),
    },
  ]);
};

/** How far a restore is, as typed. Refuses no dataset and no text. */
export const decideProgress = (command: NoteRestoreProgress, asking: Asking): Decided => {
  const { dataset, text, expectedAt } = command;
  const check = firstRefusal(
    checkDataset(dataset),
    checkText(text, 'progress.empty', 'Say how far the restore is.', 'text'),
  );
  if (!check.ok) return check;
  return ok([
    {
      type: 'RestoreProgressNoted',
      ...eventBase(command, asking),
      dataset,
      text: text.trim(),
      ...given({ expectedAt }),
    },
  ]);
};

/** The start of a legal clock: recorded by a person, never guessed from `detected`. */
export const decideRegulator = (command: RecordRegulatorInstant, asking: Asking): Decided =>
  ok([
    {
      type: 'RegulatorInstantRecorded',
      ...eventBase(command, asking),
      instant: command.instant,
      ...given({ reason: command.reason?.trim() || undefined }),
    },
  ]);

// Both move a clock that decides met or missed, so the record must say why.
const checkMoved = ({ instant, reason }: RecordRecoveryInstant): Result<undefined, Refusal> =>
  instant === 'lossUntil' || instant === 'downFrom'
    ? checkText(reason, 'recovery.needs-reason', 'Say why this differs from the moment of the disaster.', 'reason')
    : ok(undefined);

const checkDataset = (dataset: string) =>
  checkText(dataset, 'recovery.needs-dataset', 'Name the service or dataset.', 'dataset');
