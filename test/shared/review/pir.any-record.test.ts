import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IncidentEvent } from '../../../shared/incident/incident-event.ts';
import { impactLevels, milestones } from '../../../shared/lifecycle/lifecycle.ts';
import { pir } from '../../../shared/review/pir.ts';
import { reviewSections } from '../../../shared/review/review-events.ts';
import { reviewToHtml } from '../../../shared/review/to-html.ts';
import { reviewToJson } from '../../../shared/review/to-json.ts';
import { reviewToMarkdown } from '../../../shared/review/to-markdown.ts';
import { occurred, reviewSource } from '../../support/review-builders.ts';

describe('any record', () => {
  const time = fc.integer({ min: 0, max: 5_000 }).map((minutes) => toTime(minutes));
  const words = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom('', '|', '<b>', '[[entry 1]]', '# x', '```', '\u0000\ud800'),
  );
  const id = fc.constantFrom('x1', 'x2', 'x3');
  const milestone = fc.constantFrom(...milestones);
  const name = fc.record({ tag: fc.constantFrom('', 'a'), n: fc.nat(9) });
  const level = fc.constantFrom(...impactLevels);
  const body = fc.oneof(
    fc.record({
      type: fc.constant('IncidentDeclared'),
      title: words,
      services: fc.array(words, { maxLength: 2 }),
      paged: fc.boolean(),
      drill: fc.boolean(),
      playbook: words,
    }),
    fc.record({ type: fc.constant('MilestoneReached'), milestone, evidence: fc.array(words, { maxLength: 2 }) }),
    fc.record({ type: fc.constant('MilestoneCorrected'), milestone, replaces: id }),
    fc.record({
      type: fc.constant('MilestoneWithdrawn'),
      milestone: fc.constantFrom('identified', 'fixed'),
      how: fc.constant('fix-failed'),
      reason: words,
    }),
    fc.record({
      type: fc.constant('SeverityChanged'),
      severity: fc.constantFrom('SEV1', 'SEV2', 'gone'),
      reason: words,
    }),
    fc.record({ type: fc.constant('ImpactChanged'), level, text: words, scope: words }),
    fc.record({ type: fc.constant('IncidentReopened'), level, reason: words }),
    fc.record({
      type: fc.constant('IncidentClosed'),
      as: fc.constantFrom('false-alarm', 'merged', 'cancelled'),
      reason: words,
    }),
    fc.record({
      type: fc.constant('RecoveryInstantRecorded'),
      instant: fc.constantFrom('recoveryPointAt', 'lossUntil', 'drRecoveredAt'),
      dataset: words,
    }),
    fc.record({
      type: fc.constant('EntryRecorded'),
      name,
      kind: fc.constantFrom('note', 'todo', 'alert'),
      text: words,
      source: fc.constant('typed'),
      key: fc.boolean(),
    }),
    fc.record({
      type: fc.constant('DecisionMade'),
      name,
      question: words,
      options: fc.array(fc.record({ text: words }), { maxLength: 2 }),
      chosen: words,
      decidedBy: words,
    }),
    fc.record({ type: fc.constant('TaskGiven'), name, text: words, owner: words, timeBoxMs: fc.nat(9_999_999) }),
    fc.record({ type: fc.constant('RoleAssigned'), role: fc.constantFrom('ic', 'gone'), person: words }),
    fc.record({ type: fc.constant('PersonJoined'), person: words }),
    fc.record({ type: fc.constant('PersonLeft'), person: words }),
    fc.record({
      type: fc.constant('UpdateSent'),
      audience: fc.constantFrom('public', 'chat', 'gone'),
      n: fc.nat(5),
      text: words,
      situation: words,
    }),
    fc.record({
      type: fc.constant('DataStatementMade'),
      data: fc.constantFrom('none', 'possible', 'confirmed'),
      text: words,
    }),
    fc.record({
      type: fc.constant('ReviewSectionWritten'),
      section: fc.constantFrom(...reviewSections),
      markdown: words,
    }),
    fc.record({
      type: fc.constant('FactorAdded'),
      text: words,
      category: words,
      effect: fc.constant('made-worse'),
      entries: fc.array(id, { maxLength: 2 }),
    }),
    fc.record({ type: fc.constant('FactorChanged'), factor: id, text: words }),
    fc.record({
      type: fc.constant('ActionAdded'),
      text: words,
      actionType: fc.constant('detect'),
      mustBeforeResolve: fc.boolean(),
      due: words,
    }),
    fc.record({
      type: fc.constant('ActionChanged'),
      action: id,
      state: fc.constantFrom('open', 'done', 'declined'),
      owner: words,
    }),
  );
  const event = fc.record({ time, body, id: fc.oneof(id, fc.uuid()) });

  it('[RV23] gives a review of fifteen sections in every format, whatever was recorded and in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 25 }),
        time,
        fc.constantFrom('UTC', 'Asia/Kathmandu', 'America/St_Johns'),
        (list, now, zone) => {
          const events = list.map((one): IncidentEvent => occurred(one.time, one.body, one.id));
          const source = reviewSource(events, now, { zone });
          const review = pir(source);
          expect(review.sections).toHaveLength(15);
          expect(reviewToMarkdown(review).match(/^## \d+ /gm)).toHaveLength(15);
          expect(reviewToHtml(review).match(/<h2 /g)).toHaveLength(15);
          expect(JSON.parse(reviewToJson(source))).toHaveProperty('metrics.ttd.kind');
        },
      ),
      { numRuns: 100 },
    );
    // Four formats a run, on a machine that does other things too.
  }, 60_000);
});

function toTime(minutes: number): string {
  return new Date(Date.UTC(2026, 2, 1) + minutes * 60_000).toISOString().slice(0, 19);
}
