import { formatDuration } from '../../../shared/kernel/duration.ts';
import { elapsedMs, type Instant } from '../../../shared/kernel/instant.ts';
import { formatDueClock } from '../../../shared/kernel/zone.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { type Due, dueTimes } from '../../../shared/updates/due.ts';
import { regulatorRows } from '../../../shared/updates/regulator-due.ts';
import type { CadenceInput } from '../../../shared/updates/updates-input.ts';
import { audienceClocks } from '../../../shared/updates/urgency.ts';
import { type NextItem, sentence } from './next-item.ts';

type Clock = Extract<Due, { kind: 'clock' }>;

export interface UpdateClock {
  readonly audience: string;
  readonly name: string;
  readonly due: Clock;
}

/** Every audience whose clock runs, the most urgent first. */
export const updateClocks = (input: CadenceInput, now: Instant): readonly UpdateClock[] => {
  const times = dueTimes(input, now);
  return audienceClocks(input, now).flatMap(({ audience }) => {
    const due = times.find((time) => time.audience === audience)?.due;
    return due?.kind === 'clock' ? [{ audience, name: nameOf(input.playbook, audience), due }] : [];
  });
};

/**
 * A promise that is due or late. `note` says how far its draft is, `escalation` whom to bring in at level 2. At level 3 a
 * whole interval went by without a word: said in words, in the one order that everything late has.
 */
export const dueItem = (
  clock: UpdateClock,
  now: Instant,
  zone: string,
  note: string | undefined,
  escalation: string,
): NextItem => {
  const { audience, name, due } = clock;
  const late = formatDuration(elapsedMs(due.at, now));
  const isOverdue = due.state === 'overdue';
  const isEscalated = due.level >= 2;
  const isAcross = due.level === 3;
  return {
    id: `update:${audience}`,
    shape: 'over',
    ...(isEscalated ? { isEscalated } : {}),
    ...(isAcross ? { isAcross } : {}),
    what: isOverdue ? sentence(`${name} update overdue`, late) : sentence(`${name} update is due now`),
    brief: isOverdue
      ? sentence(`${name} overdue`, late, isAcross ? '(a whole interval)' : undefined)
      : sentence(`${name} due now`),
    why: [
      isAcross && 'A whole interval late.',
      `${due.promised ? 'Promised for' : 'Due at'} ${formatDueClock(due.at, zone, now)}.`,
      isEscalated && escalation,
      note,
    ]
      .filter(Boolean)
      .join(' '),
    act: writeAct(audience, note),
  };
};

export const soonItem = (clock: UpdateClock, now: Instant, zone: string, note: string | undefined): NextItem => {
  const { audience, name, due } = clock;
  const left = formatDuration(elapsedMs(now, due.at));
  return {
    id: `update:${audience}`,
    shape: 'soon',
    what: sentence(`${name} update in`, left),
    brief: sentence(`${name} in`, left),
    why: [`${due.promised ? 'Promised for' : 'Due at'} ${formatDueClock(due.at, zone, now)}.`, note]
      .filter(Boolean)
      .join(' '),
    act: writeAct(audience, note),
  };
};

/** Legal clocks that people switched on and whose trigger is recorded. */
export const regulatorItems = (
  input: CadenceInput,
  now: Instant,
  zone: string,
): readonly { readonly item: NextItem; readonly isDue: boolean }[] =>
  regulatorRows(input, now).flatMap(({ preset, due }) => {
    if (due.kind === 'no-trigger' || due.state === 'ok') return [];
    const isDue = due.state !== 'soon';
    const ms = formatDuration(Math.abs(due.leftMs));
    const item: NextItem = {
      id: `regulator:${preset.id}`,
      shape: isDue ? 'over' : 'soon',
      what: isDue ? sentence(`${preset.name} overdue`, ms) : sentence(`${preset.name} in`, ms),
      brief: isDue ? sentence(`${preset.name} overdue`, ms) : sentence(`${preset.name} in`, ms),
      why: `Deadline ${formatDueClock(due.at, zone, now)}, as set in the playbook. Not legal advice.`,
      act: writeAct('regulator', undefined),
    };
    return [{ item, isDue }];
  });

const writeAct = (audience: string, note: string | undefined): NextItem['act'] => ({
  label: note === undefined ? 'Write it' : 'Open draft',
  keys: 'Alt U',
  target: { kind: 'compose', audience },
});

const nameOf = ({ audiences }: Playbook, audience: string): string =>
  audiences.find(({ id }) => id === audience)?.name ?? audience;
