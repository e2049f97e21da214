/**
 * Whether parsed JSON has the fields that the record itself relies on. A cheap check in place of a schema: it runs for
 * every line on opening. What lies inside an event is the business of the rules, which keep unknown events.
 */
export const isCommitShape = (value: unknown): boolean =>
  isRecord(value) &&
  value.v === 1 &&
  isText(value.incident) &&
  isText(value.writer) &&
  isSeq(value.seq) &&
  isText(value.prev) &&
  isMoment(value.recordedAt) &&
  isRecord(value.command) &&
  isText(value.command.id) &&
  isRecord(value.by) &&
  isListOf(value.heads, (head) => isText(head.writer) && isSeq(head.seq)) &&
  isListOf(value.events, (event) => isText(event.id) && isText(event.type) && isMoment(event.occurredAt)) &&
  isListOf(value.clearSums, (sum) => Array.isArray(sum.at) && isText(sum.sum));

const isListOf = (value: unknown, fits: (item: Record<string, unknown>) => boolean) =>
  Array.isArray(value) && value.every((item) => isRecord(item) && fits(item));
/** An object or a list: what lies in it is looked at next. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isText = (value: unknown) => typeof value === 'string';
/** Nearly an `Instant`, at a tenth of the cost: enough that no clock, zone or order stumbles over it. */
const moment = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const isMoment = (value: unknown) => typeof value === 'string' && moment.test(value);
const isSeq = (value: unknown) => Number.isSafeInteger(value) && (value as number) > 0;
