import { type JsonDocument, placed } from './documents.ts';
import { joined, textAt, valueAt } from './foreign-value.ts';
import type { JsonFormat } from './format.ts';
import type { Suggestion } from './proposed-entry.ts';
import { readMoment } from './read-moment.ts';

/** Webhooks of PagerDuty, version 3. They may arrive in any order; `occurred_at` says when it was. */
export const pagerduty: JsonFormat = {
  id: 'pagerduty',
  name: 'PagerDuty',
  knows: (value) => textAt(value, 'event', 'event_type') !== undefined && valueAt(value, 'event', 'data') !== undefined,
  read: (documents, collector, zone) => {
    for (const document of documents) {
      const event = valueAt(document.value, 'event');
      const type = textAt(event, 'event_type') ?? '';
      const read = wordsOf.get(type);
      if (!read) {
        collector.skip(placed(document).where, `Holdfast knows no PagerDuty event "${type}"`, titleOf(event));
        continue;
      }
      const suggests = suggestionOf(event, type);
      collector.suggestTitle(titleOf(event));
      collector.propose({
        ...placed(document),
        id: textAt(event, 'id') ?? `${type}|${textAt(event, 'occurred_at')}|${textAt(event, 'data', 'id')}`,
        when: readMoment(textAt(event, 'occurred_at') ?? '', zone),
        author: textAt(event, 'agent', 'summary'),
        text: read(event),
        kind: type === 'incident.triggered' ? 'alert' : 'note',
        evidence: linkOf(document),
        ...(suggests ? { suggests } : {}),
        ...(valueAt(event, 'data', 'trimmed') === true ? { flags: ['trimmed'] } : {}),
      });
    }
  },
};

/** In a note the incident lies one level deeper. */
const titleOf = (event: unknown): string =>
  textAt(event, 'data', 'title') ??
  textAt(event, 'data', 'incident', 'title') ??
  textAt(event, 'data', 'incident', 'summary') ??
  '';

const about = (word: string) => (event: unknown) => `${word}: ${joined(', ', titleOf(event), serviceOf(event))}`;
const serviceOf = (event: unknown) => textAt(event, 'data', 'service', 'summary');
const assignees = (event: unknown) => textAt(event, 'data', 'assignees', 0, 'summary');

const wordsOf: ReadonlyMap<string, (event: unknown) => string> = new Map([
  ['incident.triggered', about('Triggered')],
  ['incident.acknowledged', about('Acknowledged')],
  ['incident.unacknowledged', about('Acknowledgement ran out')],
  ['incident.resolved', about('Resolved')],
  ['incident.reopened', about('Reopened')],
  ['incident.escalated', (event) => joined(', to ', about('Escalated')(event), assignees(event))],
  ['incident.delegated', about('Delegated')],
  ['incident.reassigned', (event) => joined(', to ', about('Reassigned')(event), assignees(event))],
  ['incident.annotated', (event) => textAt(event, 'data', 'content') ?? ''],
  [
    'incident.priority_updated',
    (event) => joined(', now ', about('Priority changed')(event), textAt(event, 'data', 'priority', 'summary')),
  ],
  ['incident.responder.added', about('Responder asked')],
  ['incident.responder.replied', about('Responder answered')],
  [
    'incident.status_update_published',
    (event) => joined(': ', 'Status update', textAt(event, 'data', 'message') ?? titleOf(event)),
  ],
]);

/** What the service did by itself is no human acknowledgement. */
const suggestionOf = (event: unknown, type: string): Suggestion | undefined => {
  if (type === 'incident.triggered') return 'alerted';
  const isPerson = textAt(event, 'agent', 'type')?.startsWith('user') ?? false;
  return type === 'incident.acknowledged' && isPerson ? 'acknowledged' : undefined;
};

const linkOf = ({ value }: JsonDocument) => {
  const text = textAt(value, 'event', 'data', 'html_url') ?? textAt(value, 'event', 'data', 'incident', 'html_url');
  return text === undefined ? [] : [{ kind: 'url' as const, text }];
};
