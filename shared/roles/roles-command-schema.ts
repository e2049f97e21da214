import { command, eventId, shortText, text, texts } from '../record/schema.ts';

export const rolesCommandSchemas = [
  command('AssignRole', { role: shortText, person: shortText, reason: text.exactOptional() }),
  command('OfferHandoff', { role: shortText, to: shortText, risks: texts.exactOptional() }),
  command('AcceptHandoff', { offer: eventId, person: shortText, risksReadBack: texts.exactOptional() }),
  command('CancelHandoff', { offer: eventId, reason: text.exactOptional() }),
  command('JoinRoster', { person: shortText, task: text.exactOptional() }),
  command('LeaveRoster', { person: shortText, reason: text.exactOptional() }),
  command('TickChecklistItem', { item: shortText }),
  command('SkipChecklistItem', { item: shortText, reason: text }),
  command('UntickChecklistItem', { item: shortText }),
] as const;
