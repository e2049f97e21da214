import { elapsedMs, type Instant } from '../kernel/instant.ts';
import { clockHistory } from '../updates/clock-history.ts';
import type { ReviewSource } from './review-source.ts';

interface UpdateTiming {
  /** As on screen. */
  readonly audience: string;
  readonly sent: number;
  readonly late: number;
  readonly worstLateMs: number;
  readonly lateOnes: readonly { readonly n: number; readonly dueAt: Instant; readonly lateMs: number }[];
  /** How long the next one is overdue; undefined where nothing is. */
  readonly overdueMs?: number;
}

// "Due" is said for a minute before it becomes "overdue" (domain.md 5.6); within it an update counts as on time.
const graceMs = 60_000;

type TimingSource = Pick<ReviewSource, 'lifecycle' | 'timeline' | 'updates' | 'playbook' | 'now'>;

/** Every audience that was told something or was owed something, in the order of the playbook. */
export const updateTimings = (source: TimingSource): readonly UpdateTiming[] => {
  const { playbook, updates } = source;
  const told = [...updates.sent.values()].map(({ event }) => event.audience);
  const audiences = new Set([...playbook.audiences.map(({ id }): string => id), ...told]);
  return [...audiences].flatMap((id) => {
    const timing = timingOf(source, id);
    return timing.sent === 0 && timing.overdueMs === undefined ? [] : [timing];
  });
};

const timingOf = (source: TimingSource, id: string): UpdateTiming => {
  const spans = clockHistory(source, id);
  const lateOnes = spans.flatMap(({ sent, dueAt }) => {
    const lateMs = sent ? elapsedMs(dueAt, sent.occurredAt) : 0;
    return sent && lateMs >= graceMs ? [{ n: sent.n, dueAt, lateMs }] : [];
  });
  const open = spans.findLast(({ sent }) => !sent);
  const overdueMs = open ? elapsedMs(open.dueAt, source.now) : 0;
  return {
    audience: source.playbook.audiences.find((audience) => audience.id === id)?.name ?? id,
    sent: [...source.updates.sent.values()].filter(({ event }) => event.audience === id).length,
    late: lateOnes.length,
    worstLateMs: lateOnes.reduce((worst, { lateMs }) => Math.max(worst, lateMs), 0),
    lateOnes,
    ...(overdueMs >= graceMs ? { overdueMs } : {}),
  };
};
