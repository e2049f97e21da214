import { byText } from '../kernel/by-text.ts';
import { isObject } from '../kernel/is-object.ts';
import { err } from '../kernel/result.ts';
import type { Collector } from './collector.ts';
import { type JsonDocument, placed } from './documents.ts';
import { joined, listAt, pairsAt, sentences, textAt, valueAt } from './foreign-value.ts';
import type { JsonFormat } from './format.ts';
import type { Finding } from './proposed-entry.ts';
import { readMoment } from './read-moment.ts';

/** Webhooks of Prometheus Alertmanager (v4) and of Grafana alerting, which has the same shape. */
export const alertmanager: JsonFormat = {
  id: 'alertmanager',
  name: 'Alertmanager',
  knows: (value) => listAt(value, 'alerts').some((alert) => isObject(valueAt(alert, 'labels'))),
  read: (documents, collector, zone) => {
    const propose = createOnce(collector);
    for (const document of documents) readWebhook(document, propose, collector, zone);
  },
};

type ProposeOnce = (alert: string, finding: Finding) => void;

/**
 * An alert is sent again as long as it fires, its annotations with the value of the moment in them. What it said first
 * counts; later words, and another end, are listed.
 */
const createOnce = (collector: Collector): ProposeOnce => {
  const firsts = new Map<string, Finding>();
  return (alert, finding) => {
    const first = firsts.get(alert);
    if (!first) firsts.set(alert, finding);
    if (!first || (first.text === finding.text && first.id === finding.id)) collector.propose(finding);
    else collector.skip(finding.where, `it is ${first.where} sent again, changed: the first counts`, finding.text);
  };
};

const readWebhook = (
  document: JsonDocument,
  propose: ProposeOnce,
  collector: Collector,
  zone: string | undefined,
): void => {
  const { value } = document;
  // Grafana numbers its organisations, Alertmanager has none.
  const author = textAt(value, 'orgId') === undefined ? undefined : 'Grafana';
  for (const [index, alert] of listAt(value, 'alerts').entries())
    readAlert(alert, { ...placed(document, `alert ${index + 1}`), author }, propose, collector, zone);
  const cut = Number(textAt(value, 'truncatedAlerts') ?? 0);
  if (cut > 0) collector.skip(placed(document).where, `the sender left ${cut} more alerts out of this message`);
};

/** Firing and resolved are two moments of one alert. The status of the group says nothing about a single one. */
const readAlert = (
  alert: unknown,
  place: Pick<Finding, 'where' | 'line' | 'author'>,
  propose: ProposeOnce,
  collector: Collector,
  zone: string | undefined,
): void => {
  const labels = pairsAt(alert, 'labels').toSorted(byText(([name]) => name));
  const rule = textAt(alert, 'labels', 'alertname') ?? 'alert';
  const startsAt = textAt(alert, 'startsAt') ?? '';
  // Old versions send no fingerprint; it is made of the labels.
  const identity = textAt(alert, 'fingerprint') ?? labels.map((pair) => pair.join('=')).join(',');
  const words = sentences(
    textAt(alert, 'annotations', 'summary'),
    textAt(alert, 'annotations', 'description') ?? textAt(alert, 'annotations', 'message'),
  );
  const where = labels.filter(([name]) => name !== 'alertname').map(([name, label]) => `${name}=${label}`);
  const said = joined(' ', joined(': ', rule, words), where.length > 0 ? `[${where.join(', ')}]` : '');
  collector.suggestTitle(joined(': ', rule, textAt(alert, 'annotations', 'summary')));
  const common = { ...place, kind: 'alert' as const, evidence: linksOf(alert) };
  const firing = `${identity}|${startsAt}|firing`;
  propose(firing, {
    ...common,
    id: firing,
    when: readMoment(startsAt, zone),
    text: `Firing: ${said}`,
    suggests: 'alerted',
  });
  if (textAt(alert, 'status') !== 'resolved') return;
  const endsAt = textAt(alert, 'endsAt');
  const resolved = `${identity}|${startsAt}|resolved`;
  propose(resolved, {
    ...common,
    id: `${resolved}|${endsAt ?? ''}`,
    when: endsAt === undefined ? err('it does not say when it ended') : readMoment(endsAt, zone),
    text: `Resolved: ${said}`,
  });
};

const linksOf = (alert: unknown) =>
  [textAt(alert, 'generatorURL'), textAt(alert, 'annotations', 'runbook_url')].flatMap((text) =>
    text === undefined ? [] : [{ kind: 'url' as const, text }],
  );

/** Grafana up to version 8: says what is wrong, and not when. */
export const grafanaLegacy: JsonFormat = {
  id: 'grafana-legacy',
  name: 'Grafana legacy alerting',
  knows: (value) => textAt(value, 'ruleName') !== undefined && valueAt(value, 'state') !== undefined,
  read: (documents, collector) => {
    for (const document of documents)
      collector.skip(
        placed(document).where,
        'Grafana before version 9 sends no time: record it with holdfast log --at',
        joined(
          ': ',
          textAt(document.value, 'state'),
          textAt(document.value, 'ruleName'),
          textAt(document.value, 'message'),
        ),
      );
  },
};
