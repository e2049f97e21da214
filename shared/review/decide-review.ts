import { assertNever } from '../kernel/assert-never.ts';
import { err, ok } from '../kernel/result.ts';
import type { Playbook } from '../playbook/playbook.ts';
import { eventBase, refuseFuture } from '../record/occurrence.ts';
import { type Asking, refuse } from '../record/rules.ts';
import { isCalendarDate } from './calendar-date.ts';
import { decideAddAction, decideChangeAction } from './decide-action.ts';
import { decideAddFactor, decideChangeFactor } from './decide-factor.ts';
import { isPersonalCheck } from './quality-check-list.ts';
import type {
  ChangeReviewStatus,
  MarkReviewCheck,
  ReviewCommand,
  SetReviewDetails,
  WriteSection,
} from './review-commands.ts';
import type { ReviewDecision } from './review-decision.ts';
import type { ReviewStatus } from './review-events.ts';
import { findSectionKind, isReviewSection } from './review-sections.ts';
import type { ReviewState } from './review-state.ts';

/** Most text of one section, in UTF-8 bytes: a book's chapter, and still quick to parse and to fold. */
export const maxSectionBytes = 256 * 1024;

/** In the order that a review goes through. */
export const reviewStatuses: readonly ReviewStatus[] = ['draft', 'in-review', 'reviewed', 'closed'];

/**
 * Refuses what is not a sensible move of a review; repeats of what stands already are accepted without an event.
 * Whether the checklist allows "reviewed" is not known here (it needs the whole incident): see `reviewChecks`.
 */
export const decideReview = (
  command: ReviewCommand,
  state: ReviewState,
  asking: Asking,
  playbook: Pick<Playbook, 'factors'>,
): ReviewDecision => {
  const future = command.at && refuseFuture(command.at, asking.now, 'at');
  if (future) return err(future);
  switch (command.type) {
    case 'WriteSection':
      return decideWrite(command, state, asking);
    case 'SetReviewDetails':
      return decideDetails(command, state, asking);
    case 'ChangeReviewStatus':
      return decideStatus(command, state, asking);
    case 'MarkReviewCheck':
      return decideCheck(command, state, asking);
    case 'AddFactor':
      return decideAddFactor(command, asking, playbook);
    case 'ChangeFactor':
      return decideChangeFactor(command, state, asking, playbook);
    case 'AddAction':
      return decideAddAction(command, state, asking);
    case 'ChangeAction':
      return decideChangeAction(command, state, asking);
    default:
      return assertNever(command);
  }
};

const decideWrite = (command: WriteSection, state: ReviewState, asking: Asking): ReviewDecision => {
  if (!isReviewSection(command.section))
    return refuse('review.section-unknown', `The review has no section "${command.section}".`, 'section');
  const kind = findSectionKind(command.section);
  if (!kind.writable)
    return refuse(
      'review.section-computed',
      `Section ${kind.number}, ${kind.title}, is made from the record alone.`,
      'section',
    );
  const markdown = command.markdown.replaceAll(/\r\n?/g, '\n').trimEnd();
  const bytes = countUtf8Bytes(markdown);
  if (bytes > maxSectionBytes)
    return refuse(
      'review.section-too-long',
      `The text is ${Math.ceil(bytes / 1024)} kB; a section holds ${maxSectionBytes / 1024} kB. Move raw data to the evidence.`,
      'markdown',
    );
  if (markdown === (state.sections.get(command.section)?.markdown ?? '')) return ok([]);
  return ok([{ ...eventBase(command, asking), type: 'ReviewSectionWritten', section: command.section, markdown }]);
};

const decideDetails = (command: SetReviewDetails, state: ReviewState, asking: Asking): ReviewDecision => {
  const owner = command.owner?.trim();
  const meetingDate = command.meetingDate?.trim();
  if (meetingDate && !isCalendarDate(meetingDate))
    return refuse('review.date', `"${meetingDate}" is no day of the calendar. Write it as 2026-03-05.`, 'meetingDate');
  const changed = {
    ...(owner === undefined || owner === (state.owner ?? '') ? {} : { owner }),
    ...(meetingDate === undefined || meetingDate === (state.meetingDate ?? '') ? {} : { meetingDate }),
  };
  if (Object.keys(changed).length === 0) return ok([]);
  return ok([{ ...eventBase(command, asking), type: 'ReviewDetailsSet', ...changed }]);
};

const decideStatus = (command: ChangeReviewStatus, state: ReviewState, asking: Asking): ReviewDecision => {
  const [from, to] = [reviewStatuses.indexOf(state.status), reviewStatuses.indexOf(command.status)];
  const reason = command.reason?.trim();
  if (to < 0) return refuse('review.status-unknown', `"${command.status}" is no status of a review.`, 'status');
  if (to === from) return ok([]);
  if (!reason && to < from)
    return refuse(
      'review.back-needs-reason',
      'Going back needs a reason, so that readers know what changed.',
      'reason',
    );
  if (!reason && to > from + 1)
    return refuse(
      'review.jump-needs-reason',
      'That leaves a step out. Take the steps in order, or give a reason.',
      'reason',
    );
  return ok([
    {
      ...eventBase(command, asking),
      type: 'ReviewStatusChanged',
      status: command.status,
      ...(reason ? { reason } : {}),
    },
  ]);
};

const decideCheck = (command: MarkReviewCheck, state: ReviewState, asking: Asking): ReviewDecision => {
  if (!isPersonalCheck(command.check))
    return refuse(
      'review.check-computed',
      'That check is read from the record; only the record can change it.',
      'check',
    );
  if ((state.checks.get(command.check) ?? false) === command.done) return ok([]);
  const { check, done } = command;
  return ok([{ ...eventBase(command, asking), type: 'ReviewCheckMarked', check, done }]);
};

// A lone surrogate counts as three bytes, as a UTF-8 encoder writes its replacement.
const countUtf8Bytes = (text: string): number => {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
};
