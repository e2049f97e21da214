import type { IncidentState } from '../../../shared/incident/incident-state.ts';
import { refusalToTakeBack, type TakingBack } from '../../../shared/incident/taking-back.ts';
import type { TimelineRow } from '../../../shared/incident/timeline-row.ts';
import type { Entry } from '../../../shared/timeline/timeline-state.ts';
import type { SentUpdate } from '../../../shared/updates/updates-state.ts';

export type RowDeedId =
  | 'conflict'
  | 'answer'
  | 'star'
  | 'correct'
  | 'mend'
  | 'time'
  | 'evidence'
  | 'copy'
  | 'move'
  | 'withdraw'
  | 'bring-back'
  | 'redact';

/** Something that can be done with a row, in the words of its menu. */
export interface RowDeed {
  readonly id: RowDeedId;
  readonly label: string;
  readonly detail?: string | undefined;
  /** Why it cannot be done now. */
  readonly unavailable?: string | undefined;
}

export interface RowDeedOptions {
  readonly row: TimelineRow;
  readonly isConflict: boolean;
  readonly readOnly: string | null;
  readonly state: IncidentState;
  readonly asker: TakingBack;
}

/** Everything that can be done with a row, in the order of the menu; what cannot says why. */
export const rowDeeds = ({ row, isConflict, readOnly, state, asker }: RowDeedOptions): readonly RowDeed[] => {
  const never = readOnly ?? undefined;
  const gone = never ?? (row.withdrawn ? 'It was taken back.' : undefined);
  const sent = state.updates.sent.get(row.id);
  const entry = state.timeline.entries.get(row.id);
  const uncorrectable = gone ?? (row.isCorrectable ? undefined : whyNotCorrectable(row, sent));
  return [
    ...(isConflict ? [{ id: 'conflict', label: 'Settle the conflict' } as const] : []),
    ...(entry?.event.kind === 'todo' ? [answer(entry, gone)] : []),
    row.key
      ? { id: 'star', label: 'Take the star away', unavailable: gone }
      : { id: 'star', label: 'Star', detail: 'Told in the review', unavailable: gone },
    sent ? mendSent(sent, never) : { id: 'correct', label: 'Correct', unavailable: uncorrectable },
    { id: 'time', label: 'Change time', unavailable: uncorrectable },
    { id: 'evidence', label: 'Attach link as evidence', unavailable: uncorrectable },
    { id: 'copy', label: 'Copy text' },
    {
      id: 'move',
      label: 'Move to another incident',
      unavailable: gone ?? (row.redacted ? 'Its text is gone.' : undefined),
    },
    row.withdrawn
      ? bringBack(row.withdrawn, never)
      : {
          id: 'withdraw',
          label: 'Take back',
          detail: sent ? 'In its first minute: it was not sent' : undefined,
          unavailable: never ?? whyNotTakenBack(row, state, asker),
        },
    {
      id: 'redact',
      label: 'Redact',
      detail: 'Removes the text for good',
      unavailable: never ?? (row.redacted ? 'Its text is gone already.' : undefined),
    },
  ];
};

/** A to-do that nobody answers goes on into the review. */
const answer = ({ closed }: Entry, gone: string | undefined): RowDeed => ({
  id: 'answer',
  label: 'Answer',
  detail: 'In the entry line',
  unavailable: gone ?? (closed ? 'It was answered already.' : undefined),
});

/** Sent text is immutable: the way is an update of its own that names this one. */
const mendSent = ({ retractedBy }: SentUpdate, never: string | undefined): RowDeed => ({
  id: 'mend',
  label: 'Correct or retract',
  detail: 'With a new update; this one stays as sent',
  unavailable: never ?? (retractedBy ? 'It was retracted already.' : undefined),
});

const bringBack = ({ movedTo }: NonNullable<TimelineRow['withdrawn']>, never: string | undefined): RowDeed => ({
  id: 'bring-back',
  label: 'Bring back',
  detail: movedTo === undefined ? 'It counts again' : 'It counts here again; its copy stays where it is',
  unavailable: never,
});

const whyNotTakenBack = (row: TimelineRow, state: IncidentState, asker: TakingBack): string | undefined => {
  const refusal = refusalToTakeBack(row.id, state, asker);
  return refusal?.code === 'withdraw.sent' ? 'What was sent stays. Correct or retract it.' : refusal?.message;
};

const whyNotCorrectable = (row: TimelineRow, sent: SentUpdate | undefined): string => {
  if (row.redacted) return 'Its text is gone.';
  return sent ? 'What was sent stays as sent.' : 'This is no line of text. Take it back and record it anew.';
};
