import type { Command } from '../../../shared/incident/command.ts';
import { given } from '../../../shared/kernel/given.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { RecoveryInstant } from '../../../shared/lifecycle/lifecycle.ts';
import { type MomentText, readMoment } from '../../ui/read-moment.ts';

export interface RecoveryForm {
  readonly dataset: string;
  readonly rpo: string;
  readonly rto: string;
  /** Longest stop that anybody can tolerate. */
  readonly mtpd: string;
  readonly minService: string;
  readonly instant: RecoveryInstant | null;
  readonly at: MomentText;
  readonly reason: string;
}

/** In the order in which they become known; the words say what each is, since they are easily confused. */
export const instantWords: readonly { readonly id: RecoveryInstant; readonly label: string }[] = [
  { id: 'disasterAt', label: 'Harm to the data began' },
  { id: 'declaredAt', label: 'Disaster declared' },
  { id: 'backupAsOf', label: 'Copy is true as of' },
  { id: 'backupVerifiedAt', label: 'Copy verified' },
  { id: 'restoreStartedAt', label: 'Restore started' },
  { id: 'recoveryPointAt', label: 'Newest data recovered' },
  { id: 'minServiceAt', label: 'Minimum service back' },
  { id: 'drRecoveredAt', label: 'Service recovered' },
  { id: 'lossUntil', label: 'Loss counts until (writes stopped)' },
  { id: 'downFrom', label: 'Down from (taken down later)' },
];

/** `90m`, `4h`, `1h 30m`, `2d` in ms; undefined for anything else, and for nothing. */
export const parseSpan = (text: string): number | undefined => {
  const parts = /^(?:(\d{1,3})\s*d)?\s*(?:(\d{1,4})\s*h)?\s*(?:(\d{1,5})\s*m)?$/.exec(text.trim().toLowerCase());
  const [days, hours, minutes] = [parts?.[1], parts?.[2], parts?.[3]].map((part) => Number(part ?? 0));
  const ms = (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60_000;
  return ms > 0 ? ms : undefined;
};

/** The commands for what was filled in, or the sentence that says what is not understood. */
export const toCommands = (
  form: RecoveryForm,
  zone: string,
  now: Instant,
): { readonly commands: readonly Command[] } | { readonly problem: string } => {
  const dataset = form.dataset.trim();
  if (dataset === '') return { problem: 'Name the service or the dataset.' };
  const spans = [form.rpo, form.rto, form.mtpd];
  if (spans.some((text) => text.trim() !== '' && parseSpan(text) === undefined))
    return { problem: 'Write a span like 15m, 4h or 1h 30m.' };
  const objectives = given({
    rpoMs: parseSpan(form.rpo),
    rtoMs: parseSpan(form.rto),
    mtpdMs: parseSpan(form.mtpd),
    minService: form.minService.trim() || undefined,
  });
  const commands: Command[] = [];
  if (Object.keys(objectives).length > 0) commands.push({ type: 'SetObjectives', dataset, ...objectives });
  if (form.instant !== null) {
    const reading = readMoment(form.at, zone, now);
    if (reading.kind === 'bad') return { problem: reading.sentence };
    if (reading.kind === 'ask') return { problem: 'Say which moment is meant.' };
    commands.push({
      type: 'RecordRecoveryInstant',
      instant: form.instant,
      dataset,
      ...(reading.kind === 'at' ? { at: reading.at, typed: reading.typed } : {}),
      ...(form.reason.trim() ? { reason: form.reason.trim() } : {}),
    });
  }
  return commands.length > 0 ? { commands } : { problem: 'Give an objective, or a moment.' };
};
