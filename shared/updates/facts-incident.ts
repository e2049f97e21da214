import { currentClaim } from '../lifecycle/current-claim.ts';
import type { DetectionSource, Milestone } from '../lifecycle/lifecycle.ts';
import { currentSeverity } from '../lifecycle/severity.ts';
import type { PlaceholderName } from '../playbook/placeholders.ts';
import { holderOf } from '../roles/role-holders.ts';
import { rosterNow } from '../roles/roster.ts';
import { blocked, type Fact, factOf, filled, omitLine, omitSentence, say } from './fact.ts';
import { clockText, type FactContext, statedText } from './fact-context.ts';

/** Header, settings, roles, earlier incident, instants (domain.md 5.5). */
export const incidentFacts = (context: FactContext): readonly Fact[] => [
  ...headerFacts(context),
  ...peopleFacts(context),
  ...instantFacts(context),
];

const headerFacts = (context: FactContext): readonly Fact[] => {
  const { lifecycle, playbook, id } = context.input;
  const header = (name: PlaceholderName, value: string | undefined, words: string) =>
    factOf(name, value, 'incident header', blocked(words));
  const setting = (name: PlaceholderName, value: string | undefined, source: string) =>
    factOf(name, value, source, say('{not set}', `Nobody has set "${name}".`));
  const [bridge] = playbook.bridges;
  return [
    header('id', id, 'id of the incident'),
    header('title', lifecycle.title, 'title of the incident'),
    header('severity', currentSeverity(lifecycle)?.severity, 'severity not chosen yet'),
    setting('org', playbook.org, 'playbook'),
    setting('contact', statedText(context, 'contact'), 'situation board'),
    setting('channel', statedText(context, 'channel') ?? bridge?.name, 'situation board, else first bridge'),
    setting('place', statedText(context, 'place'), 'situation board'),
  ];
};

const peopleFacts = (context: FactContext): readonly Fact[] => {
  const { input, now } = context;
  const nobody = say('not yet assigned');
  const responders = rosterNow(input.roles, now).map(({ person }) => person);
  return [
    factOf('ic', holderOf(input.roles, 'ic'), 'role Incident Commander', nobody),
    factOf('rl', holderOf(input.roles, 'lead'), 'role Resolution Lead', nobody),
    factOf('executor', input.lifecycle.fix?.executor, 'change entry', nobody),
    factOf('pirOwner', input.review?.owner, 'review', nobody),
    factOf('responders', responders.join(', '), 'roster', say('on-duty team')),
    factOf('relapseOf', input.review?.relapseOf, 'link to the earlier incident', omitLine),
    factOf('openActions', input.review?.openActions, 'review of the earlier incident', omitLine),
  ];
};

const instantFacts = (context: FactContext): readonly Fact[] => {
  const { input, typed } = context;
  const { lifecycle, timeline } = input;
  const milestone = (name: PlaceholderName, which: Milestone): Fact => {
    const claim = currentClaim(lifecycle, which);
    return factOf(name, claim && clockText(claim.at, context), `milestone ${which}`, omitSentence);
  };
  const instant = (
    name: PlaceholderName,
    at: Parameters<typeof clockText>[0] | undefined,
    source: string,
    words: string,
  ) => factOf(name, at && clockText(at, context), source, blocked(words));
  const decision = [...timeline.decisions.values()].at(-1);
  return [
    failureFact(context),
    milestone('detectedAt', 'detected'),
    milestone('identifiedAt', 'identified'),
    milestone('fixedAt', 'fixed'),
    milestone('recoveredAt', 'recovered'),
    instant('relapseAt', lifecycle.reopenings.at(-1)?.at, 'relapse', 'no relapse recorded'),
    instant('decisionAt', decision?.event.occurredAt, 'last decision', 'no decision recorded'),
    instant('correctedAt', typed.correctedAt, 'the update that is corrected', 'no update chosen'),
    instant(
      'awareAt',
      lifecycle.regulatorInstants.get('awareAt'),
      'regulator instants',
      'instant of awareness not recorded',
    ),
    detectedByFact(context),
  ];
};

const failureFact = (context: FactContext): Fact => {
  const claim = currentClaim(context.input.lifecycle, 'failure');
  if (!claim) return factOf('failureAt', undefined, 'milestone failure', say('a time we are still confirming'));
  const estimated = claim.estimated || claim.range !== undefined;
  return filled('failureAt', `${estimated ? 'about ' : ''}${clockText(claim.at, context)}`, 'milestone failure');
};

const detectionWords: Readonly<Record<DetectionSource, string>> = {
  alert: 'an alert',
  staff: 'our staff',
  customer: 'a customer',
  partner: 'a partner',
  security: 'our security team',
};

const detectedByFact = ({ input }: FactContext): Fact => {
  const source = input.lifecycle.detection?.source;
  return factOf('detectedBy', source && detectionWords[source], 'detection source', say('our staff'));
};
