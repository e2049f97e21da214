import { placed } from './documents.ts';
import { joined, textAt, valueAt } from './foreign-value.ts';
import type { JsonFormat } from './format.ts';
import type { Suggestion } from './proposed-entry.ts';
import { readEpoch } from './read-moment.ts';

/** Webhooks of Opsgenie, and of JSM Operations, which kept the shape. */
export const opsgenie: JsonFormat = {
  id: 'opsgenie',
  name: 'Opsgenie',
  knows: (value) => textAt(value, 'action') !== undefined && textAt(value, 'alert', 'alertId') !== undefined,
  read: (documents, collector) => {
    for (const document of documents) {
      const { value } = document;
      const action = textAt(value, 'action') ?? '';
      const word = actionWords.get(action);
      const message = textAt(value, 'alert', 'message') ?? textAt(value, 'alert', 'alias') ?? '';
      if (word === undefined) {
        collector.skip(placed(document).where, `Holdfast knows no Opsgenie action "${action}"`, message);
        continue;
      }
      // Created is in milliseconds; whatever came later has only this time, in nanoseconds.
      const moment = textAt(value, 'alert', action === 'Create' ? 'createdAt' : 'updatedAt');
      const suggests = suggestionOf(value, action);
      collector.suggestTitle(message);
      collector.propose({
        ...placed(document),
        id: `${textAt(value, 'alert', 'alertId')}|${action}|${moment ?? ''}`,
        when: readEpoch(moment),
        author: textAt(value, 'alert', 'username'),
        text: `${word}: ${joined(': ', message, textAt(value, 'alert', 'note'))}`,
        kind: action === 'Create' ? 'alert' : 'note',
        ...(suggests ? { suggests } : {}),
      });
    }
  },
};

const actionWords: ReadonlyMap<string, string> = new Map([
  ['Create', 'Alert'],
  ['Acknowledge', 'Acknowledged'],
  ['UnAcknowledge', 'Acknowledgement taken back'],
  ['AddNote', 'Note'],
  ['AssignOwnership', 'Owner assigned'],
  ['TakeOwnership', 'Ownership taken'],
  ['AddRecipient', 'Recipient added'],
  ['AddTeam', 'Team added'],
  ['Escalate', 'Escalated'],
  ['EscalateNext', 'Escalated'],
  ['UpdatePriority', 'Priority changed'],
  ['Close', 'Closed'],
  ['Delete', 'Deleted'],
]);

/** A rule or an integration that acknowledges is no human. */
const suggestionOf = (value: unknown, action: string): Suggestion | undefined => {
  if (action === 'Create') return 'alerted';
  const by = String(valueAt(value, 'source', 'type') ?? '').toLowerCase();
  const isPerson = ['web', 'mobile', 'email', 'phone', 'sms'].includes(by);
  return action === 'Acknowledge' && isPerson ? 'acknowledged' : undefined;
};
