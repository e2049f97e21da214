import { isObject } from '../kernel/is-object.ts';
import { capital } from '../kernel/words.ts';
import type { Collector } from './collector.ts';
import { type JsonDocument, placed } from './documents.ts';
import { joined, listAt, textAt, valueAt } from './foreign-value.ts';
import type { JsonFormat } from './format.ts';
import { htmlToText } from './plain-text.ts';
import type { Suggestion } from './proposed-entry.ts';
import { readMoment } from './read-moment.ts';

/** Incidents of Atlassian Statuspage: `incidents.json`, `summary.json`, and the webhook with one incident. */
export const statuspage: JsonFormat = {
  id: 'statuspage',
  name: 'Status page',
  knows: (value) => incidentsOf(value).some(hasUpdates),
  read: (documents, collector, zone) => {
    for (const document of documents)
      for (const incident of incidentsOf(document.value)) readIncident(document, incident, collector, zone);
  },
};

const incidentsOf = (value: unknown): readonly unknown[] =>
  [...listAt(value, 'incidents'), ...listAt(value, 'scheduled_maintenances'), valueAt(value, 'incident')].filter(
    isObject,
  );

const hasUpdates = (incident: unknown) => listAt(incident, 'incident_updates').length > 0;

/** Updates stand newest first. Each is an entry at the time that its readers were shown. */
const readIncident = (
  document: JsonDocument,
  incident: unknown,
  collector: Collector,
  zone: string | undefined,
): void => {
  const name = textAt(incident, 'name') ?? 'incident';
  const id = textAt(incident, 'id') ?? name;
  if (!hasUpdates(incident)) {
    collector.skip(placed(document, `incident ${id}`).where, 'it has no updates', name);
    return;
  }
  collector.nameIncident(id, name);
  const page = textAt(document.value, 'page', 'name');
  const link = textAt(incident, 'shortlink');
  // A maintenance window goes through the same words without anything being wrong.
  const isPlanned = textAt(incident, 'scheduled_for') !== undefined || textAt(incident, 'impact') === 'maintenance';
  collector.suggestTitle(name);
  for (const [index, update] of listAt(incident, 'incident_updates').entries()) {
    const status = textAt(update, 'status') ?? '';
    const suggests = isPlanned ? undefined : suggestions.get(status);
    const body = textAt(update, 'body');
    collector.propose({
      ...placed(document, `update ${index + 1} of ${id}`),
      id: textAt(update, 'id') ?? joined('|', textAt(incident, 'id'), status, textAt(update, 'created_at')),
      when: readMoment(textAt(update, 'display_at') ?? textAt(update, 'created_at') ?? '', zone),
      author: page,
      text: `${capital(status.replaceAll('_', ' ')) || 'Update'}: ${joined(': ', name, body === undefined ? undefined : htmlToText(body))}`,
      kind: 'communication',
      evidence: link === undefined ? [] : [{ kind: 'url', text: link }],
      ...(suggests ? { suggests } : {}),
    });
  }
};

/** What the public word says of our milestones (domain.md 5.2). */
const suggestions: ReadonlyMap<string, Suggestion> = new Map([
  ['identified', 'identified'],
  ['monitoring', 'fixed'],
  ['resolved', 'recovered'],
]);
