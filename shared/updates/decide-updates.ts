import type { Instant } from '../kernel/instant.ts';
import { type Err, err, ok, type Result } from '../kernel/result.ts';
import type { Playbook } from '../playbook/playbook.ts';
import type { EventBase } from '../record/event.ts';
import { maxText } from '../record/max-text.ts';
import { refuseFuture } from '../record/occurrence.ts';
import { type Asking, type Refusal, refuse } from '../record/rules.ts';
import type { When } from '../record/when.ts';
import type {
  CorrectUpdate,
  MakeDataStatement,
  PromiseUpdate,
  RetractUpdate,
  SendUpdate,
  StateFact,
  UpdatesCommand,
} from './updates-commands.ts';
import { situationFields, type UpdatesEvent } from './updates-events.ts';
import type { SentUpdate, UpdatesState } from './updates-state.ts';

type Decided = Result<readonly UpdatesEvent[], Refusal>;

/**
 * What a command about updates records. Refuses `time.future`, `update.text-missing`, `update.audience-unknown`,
 * `update.promise-past`, `update.unknown`, `update.retracted`, `update.claim-missing`, `update.reason-missing`,
 * `fact.field-unknown`, `fact.nothing-to-take-back`, `data.text-missing`, `text.too-long`.
 */
export const decideUpdates = (
  command: UpdatesCommand,
  state: UpdatesState,
  asking: Asking,
  playbook: Playbook,
): Decided => {
  const future = refuseFuture(command.at ?? asking.now, asking.now, 'at');
  if (future) return err(future);
  switch (command.type) {
    case 'StateFact':
      return stateFact(command, state, asking);
    case 'MakeDataStatement':
      return makeDataStatement(command, asking);
    case 'SendUpdate':
      return sendUpdate(command, state, asking, playbook);
    case 'CorrectUpdate':
      return correctUpdate(command, state, asking);
    case 'RetractUpdate':
      return retractUpdate(command, state, asking);
    case 'PromiseUpdate':
      return promiseUpdate(command, asking, playbook);
  }
};

const stateFact = (command: StateFact, state: UpdatesState, asking: Asking): Decided => {
  if (!situationFields.includes(command.field))
    return refuse('fact.field-unknown', `There is no fact called "${command.field}".`, 'field');
  const text = command.text.trim();
  if (!text && !state.facts.has(command.field))
    return refuse('fact.nothing-to-take-back', 'Nothing was stated yet, so there is nothing to take back.', 'text');
  const long = tooLong(text, 'text');
  if (long) return long;
  return ok([{ type: 'SituationChanged', ...base(command, asking), field: command.field, text }]);
};

const makeDataStatement = (command: MakeDataStatement, asking: Asking): Decided => {
  const text = command.text.trim();
  if (command.data === 'confirmed' && !text)
    return refuse('data.text-missing', 'Say in a sentence what data was affected and how.', 'text');
  return ok([{ type: 'DataStatementMade', ...base(command, asking), data: command.data, text }]);
};

const sendUpdate = (command: SendUpdate, state: UpdatesState, asking: Asking, playbook: Playbook): Decided => {
  const refusal =
    audienceRefusal(command.audience, playbook) ?? textRefusal(command.text) ?? promiseRefusal(command, asking);
  if (refusal) return refusal;
  const { at: _at, typed: _typed, type: _type, audience, ...content } = command;
  return ok([{ type: 'UpdateSent', ...base(command, asking), audience, n: nextNumber(state, audience), ...content }]);
};

const correctUpdate = (command: CorrectUpdate, state: UpdatesState, asking: Asking): Decided => {
  const original = state.sent.get(command.update);
  const refusal =
    originalRefusal(original) ??
    claimRefusal(command.wrong, 'wrong', 'Name the words that were wrong.') ??
    claimRefusal(command.right, 'right', 'Name what is right instead.') ??
    textRefusal(command.text) ??
    promiseRefusal(command, asking);
  if (refusal || !original) return refusal ?? unknownUpdate();
  return ok([
    {
      type: 'UpdateSent',
      ...base(command, asking),
      audience: original.event.audience,
      n: nextNumber(state, original.event.audience),
      text: command.text,
      situation: 'correction',
      corrects: { update: command.update, wrong: command.wrong.trim(), right: command.right.trim() },
      ...promise(command),
    },
  ]);
};

const retractUpdate = (command: RetractUpdate, state: UpdatesState, asking: Asking): Decided => {
  const original = state.sent.get(command.update);
  const refusal = originalRefusal(original) ?? textRefusal(command.text) ?? promiseRefusal(command, asking);
  if (refusal || !original) return refusal ?? unknownUpdate();
  const reason = command.reason.trim();
  if (!reason) return refuse('update.reason-missing', 'Say why the whole update is taken back.', 'reason');
  return ok([
    {
      type: 'UpdateSent',
      ...base(command, asking),
      audience: original.event.audience,
      n: nextNumber(state, original.event.audience),
      text: command.text,
      situation: 'retraction',
      retracts: { update: command.update, reason },
      ...promise(command),
    },
  ]);
};

const promiseUpdate = (command: PromiseUpdate, asking: Asking, playbook: Playbook): Decided => {
  const refusal = audienceRefusal(command.audience, playbook) ?? promiseRefusal(command, asking);
  if (refusal) return refusal;
  const { audience, promisedAt } = command;
  return ok([{ type: 'UpdatePromised', ...base(command, asking), audience, promisedAt }]);
};

const base = (command: When, asking: Asking): EventBase => ({
  id: asking.newId(),
  occurredAt: command.at ?? asking.now,
  ...(command.typed && { typed: command.typed }),
});

const promise = ({ promisedAt }: { readonly promisedAt?: Instant }) => (promisedAt ? { promisedAt } : {});

/** Highest number of this audience plus one: after a merge two updates may share a number, none is reused. */
const nextNumber = (state: UpdatesState, audience: string): number => {
  let highest = 0;
  for (const { event } of state.sent.values()) if (event.audience === audience) highest = Math.max(highest, event.n);
  return highest + 1;
};

const audienceRefusal = (audience: string, playbook: Playbook): Err<Refusal> | undefined =>
  playbook.audiences.some(({ id }) => id === audience)
    ? undefined
    : refuse(
        'update.audience-unknown',
        `There is no audience "${audience}". Known: ${playbook.audiences.map(({ id }) => id).join(', ')}.`,
        'audience',
      );

const textRefusal = (text: string): Err<Refusal> | undefined => {
  if (!text.trim()) return refuse('update.text-missing', 'The update has no text. Write what was sent.', 'text');
  return tooLong(text, 'text');
};

const tooLong = (text: string, field: string): Err<Refusal> | undefined =>
  text.length > maxText
    ? refuse('text.too-long', `This text has ${text.length} characters, one field holds ${maxText}. Shorten it.`, field)
    : undefined;

const claimRefusal = (claim: string, field: string, message: string): Err<Refusal> | undefined =>
  claim.trim() ? undefined : refuse('update.claim-missing', message, field);

const promiseRefusal = (command: When & { readonly promisedAt?: Instant }, asking: Asking): Err<Refusal> | undefined =>
  command.promisedAt === undefined || command.promisedAt > (command.at ?? asking.now)
    ? undefined
    : refuse('update.promise-past', 'The promised time is not after the sending. Give a later time.', 'promisedAt');

const unknownUpdate = () => refuse('update.unknown', 'That update is not in this incident.', 'update');

const originalRefusal = (original: SentUpdate | undefined): Err<Refusal> | undefined => {
  if (!original) return unknownUpdate();
  return original.retractedBy
    ? refuse('update.retracted', 'That update was taken back as a whole already.', 'update')
    : undefined;
};
