import { z } from 'zod';
import {
  command,
  durationMs,
  eventId,
  incidentId,
  instant,
  shortText,
  shortTexts,
  text,
  texts,
} from '../record/schema.ts';
import { entryKinds } from './timeline-events.ts';

const certainty = z.enum(['confirmed', 'likely', 'guess']);
const evidence = z.strictObject({
  kind: z.enum(['url', 'file', 'screenshot', 'query']),
  text,
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .exactOptional(),
  bytes: z.int().min(0).exactOptional(),
});
const option = z.strictObject({
  text,
  benefit: text.exactOptional(),
  risk: text.exactOptional(),
  time: text.exactOptional(),
  reversible: z.boolean().exactOptional(),
});
const options = z.array(option).max(20);

export const timelineCommandSchemas = [
  command('RecordEntry', {
    kind: z.enum(entryKinds),
    text,
    actor: shortText.exactOptional(),
    certainty: certainty.exactOptional(),
    visibility: z.enum(['open', 'restricted']).exactOptional(),
    evidence: z.array(evidence).max(50).exactOptional(),
    key: z.boolean().exactOptional(),
    source: z.enum(['typed', 'imported', 'system']).exactOptional(),
    alert: z
      .strictObject({
        rule: text.exactOptional(),
        class: z.enum(['fire', 'smoke', 'prototype']),
        paged: z.boolean(),
      })
      .exactOptional(),
    observation: z.strictObject({ measure: text, value: text }).exactOptional(),
  }),
  command('CorrectEntry', {
    entry: eventId,
    text: text.exactOptional(),
    happenedAt: instant.exactOptional(),
    reason: text.exactOptional(),
  }),
  command('StarEntry', { entry: eventId, key: z.boolean() }),
  command('AttachEvidence', { entry: eventId, evidence }),
  command('RedactText', { event: eventId, why: text }),
  command('WithdrawEvent', { event: eventId, reason: text, movedTo: incidentId.exactOptional() }),
  command('StateClockError', { device: shortText.exactOptional(), errorMs: z.int(), against: shortText }),
  command('AskDecision', { question: text, options: options.exactOptional(), askedBy: shortText.exactOptional() }),
  command('MakeDecision', {
    asked: eventId.exactOptional(),
    question: text.exactOptional(),
    options: options.exactOptional(),
    chosen: text,
    because: text.exactOptional(),
    decidedBy: shortText.exactOptional(),
    consulted: shortTexts.exactOptional(),
    objections: texts.exactOptional(),
    reviewAt: instant.exactOptional(),
    userEffect: text.exactOptional(),
    cadenceFactor: z.number().min(1).max(2).exactOptional(),
  }),
  command('ProposeHypothesis', {
    text,
    owner: shortText.exactOptional(),
    test: text.exactOptional(),
    testDueAt: instant.exactOptional(),
    confidence: certainty.exactOptional(),
  }),
  command('JudgeHypothesis', {
    hypothesis: eventId,
    state: z.enum(['open', 'confirmed', 'refuted']),
    result: text,
    plainText: text.exactOptional(),
  }),
  command('GiveTask', { text, owner: shortText, timeBoxMs: durationMs.exactOptional() }),
  command('ExtendTask', {
    task: eventId,
    timeBoxMs: durationMs,
    reason: text.exactOptional(),
    owner: shortText.exactOptional(),
  }),
  command('FinishTask', { task: eventId, outcome: z.enum(['done', 'dropped']).exactOptional(), result: text }),
  command('CloseTodo', { todo: eventId, result: text }),
] as const;
