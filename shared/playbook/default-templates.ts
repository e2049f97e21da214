import { milestoneTemplates } from './default-templates-milestones.ts';
import { type AudienceId, audienceIds, cadenceAudiences, type Situation, type Template } from './playbook.ts';

const same = (audiences: readonly AudienceId[], situation: Situation, text: string): readonly Template[] =>
  audiences.map((audience) => ({ audience, situation, text }));

const inside: readonly AudienceId[] = ['chat', 'exec'];
const outside: readonly AudienceId[] = ['support', 'public'];

const early =
  'Incident {{id}} at {{org}}, aware {{awareAt}}; nature {{nature}}; suspected unlawful: {{malicious}}; cross-border: {{crossBorder}}; contact {{contact}}';
const notification = `${early}; affected persons/records {{affectedCounts}}; likely consequences {{consequences}}; measures {{measures}}`;

/** Texts of domain.md 5.4: milestones, any time, disaster block, regulator. */
export const defaultTemplates: readonly Template[] = [
  {
    audience: 'chat',
    situation: 'follows-earlier',
    text: '{{id}} follows {{relapseOf}}; earlier actions still open: {{openActions}}.',
  },
  ...milestoneTemplates,
  ...same(
    inside,
    'resolved',
    'PIR of {{id}} done {{pirDate}}: factors {{factors}}; actions {{actionsDone}} of {{actionsTotal}} done; next due {{nextActionDue}}. {{pirLink}}',
  ),
  ...same(
    outside,
    'resolved',
    'What happened: {{summaryPublic}} Why: {{factorsPublic}} What we change: {{actionsPublic}}',
  ),
  ...same(
    cadenceAudiences,
    'no-change',
    'Still {{phaseText}}. Since the last update: {{sinceLast}}. Known: {{known}}. Unknown: {{unknown}}.',
  ),
  ...same(
    ['chat', 'exec', 'support'],
    'decision',
    'Decided {{decisionAt}} by {{ic}}: {{decision}}, because {{reason}}. Users will see {{effect}}.',
  ),
  // The common text names the IC; a public text names no person (domain.md 5.1).
  {
    audience: 'public',
    situation: 'decision',
    text: 'Decided {{decisionAt}}: {{decision}}, because {{reason}}. Users will see {{effect}}.',
  },
  ...same(['chat', 'exec', 'support'], 'relapse', 'The problem has come back at {{relapseAt}}; we work on it again.'),
  {
    audience: 'public',
    situation: 'relapse',
    publicWord: 'Investigating',
    text: 'The problem has come back at {{relapseAt}}; we work on it again.',
  },
  ...same(['chat', 'exec', 'support'], 'false-alarm', 'We checked {{components}}; there was no effect on you.'),
  {
    audience: 'public',
    situation: 'false-alarm',
    publicWord: 'Resolved',
    text: 'We checked {{components}}; there was no effect on you.',
  },
  ...same(
    audienceIds,
    'correction',
    'Correction to our update of {{correctedAt}}: we wrote "{{wrong}}"; correct is "{{right}}".',
  ),
  ...same(
    inside,
    'disaster-block',
    'Data as of {{recoveryPointAt}}: loss {{dataLoss}} against RPO {{rpo}}. Down {{drDowntime}} against RTO {{rto}}, {{rtoLeft}} left.',
  ),
  ...same(['regulator'], 'regulator-early', `${early}.`),
  ...same(['regulator'], 'regulator-notification', `${notification}.`),
  ...same(['regulator'], 'regulator-final', `${notification}; {{factors}}, {{actionsPublic}}, {{timelineLink}}`),
];
