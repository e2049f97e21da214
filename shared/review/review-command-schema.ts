import { z } from 'zod';
import { command, eventId, shortText, text } from '../record/schema.ts';
import { maxSectionBytes } from './decide-review.ts';
import { actionTypes, reviewSections } from './review-events.ts';

const effect = z.enum(['made-worse', 'made-better']);
const entries = z.array(eventId).max(200);
const actionType = z.enum(actionTypes);
const priority = z.enum(['P0', 'P1', 'P2', 'P3']);

export const reviewCommandSchemas = [
  command('WriteSection', {
    section: z.enum(reviewSections),
    // In characters, of which a text never has more than bytes: the bytes are counted where the command is decided.
    markdown: z
      .string()
      .max(maxSectionBytes, `longer than ${maxSectionBytes / 1024} kB: move raw data to the evidence`),
  }),
  command('SetReviewDetails', { owner: shortText.exactOptional(), meetingDate: shortText.exactOptional() }),
  command('ChangeReviewStatus', {
    status: z.enum(['draft', 'in-review', 'reviewed', 'closed']),
    reason: text.exactOptional(),
  }),
  command('MarkReviewCheck', { check: shortText, done: z.boolean() }),
  command('AddFactor', { text, category: shortText, effect: effect.exactOptional(), entries: entries.exactOptional() }),
  command('ChangeFactor', {
    factor: eventId,
    text: text.exactOptional(),
    category: shortText.exactOptional(),
    effect: effect.exactOptional(),
    entries: entries.exactOptional(),
  }),
  command('AddAction', {
    text,
    actionType,
    owner: shortText.exactOptional(),
    due: shortText.exactOptional(),
    priority: priority.exactOptional(),
    mustBeforeResolve: z.boolean().exactOptional(),
    factor: eventId.exactOptional(),
    ticket: shortText.exactOptional(),
  }),
  command('ChangeAction', {
    action: eventId,
    text: text.exactOptional(),
    actionType: actionType.exactOptional(),
    owner: shortText.exactOptional(),
    due: shortText.exactOptional(),
    priority: priority.exactOptional(),
    mustBeforeResolve: z.boolean().exactOptional(),
    ticket: shortText.exactOptional(),
    state: z.enum(['open', 'doing', 'done', 'declined']).exactOptional(),
    declinedBecause: text.exactOptional(),
    doneEvidence: text.exactOptional(),
  }),
] as const;
