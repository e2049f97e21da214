import type { IncidentState } from '../../../shared/incident/incident-state.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { toLocalTime } from '../../../shared/kernel/zone.ts';
import { currentClaim } from '../../../shared/lifecycle/current-claim.ts';
import { currentSeverity } from '../../../shared/lifecycle/severity.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { shortDate } from '../../../shared/review/calendar-date.ts';
import { daysBetween, reviewDueDate } from '../../../shared/review/review-due.ts';
import { type NextItem, sentence } from './next-item.ts';

/** After the restoration: the review meeting, until it has a date or the review is done. Severities without a rule have none. */
export const reviewMeetingItem = (
  { lifecycle, review }: IncidentState,
  playbook: Playbook,
  now: Instant,
  zone: string,
): NextItem | undefined => {
  if (lifecycle.status !== 'restored' || review.meetingDate !== undefined) return undefined;
  if (review.status === 'reviewed' || review.status === 'closed') return undefined;
  const severity = currentSeverity(lifecycle)?.severity;
  const rule = severity === undefined ? undefined : playbook.settings.pirDue[severity];
  const recovered = currentClaim(lifecycle, 'recovered');
  if (rule === undefined || recovered === undefined) return undefined;
  const due = reviewDueDate(recovered.at, rule, zone);
  const days = daysBetween(toLocalTime(now, zone).date, due);
  const date = shortDate(due, now);
  return {
    id: 'review-meeting',
    shape: days < 0 ? 'over' : days <= 1 ? 'soon' : 'waiting',
    what: sentence(
      days < 0
        ? `Review meeting has no date; it was due by ${date}`
        : days === 0
          ? 'Review meeting has no date; due today'
          : `Review meeting has no date; due by ${date}`,
    ),
    brief: sentence(days < 0 ? `Review was due by ${date}` : `Review due by ${date}`),
    why: `${severity}: within ${rule.days} ${rule.calendar === 'business' ? 'business days' : 'days'} of the restoration. Name an owner and a day.`,
    act: { label: 'Open the review', keys: 'Alt R', target: { kind: 'review' } },
  };
};
