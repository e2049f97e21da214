import type { Template } from './playbook.ts';

/**
 * Update texts of domain.md 5.4 for milestones, named by the last one that holds, never by the running phase.
 * `Next update by ...` is no part of them: `Playbook.nextUpdateLine` follows until the incident is restored.
 */
export const milestoneTemplates: readonly Template[] = [
  {
    audience: 'chat',
    situation: 'detected',
    text: '{{severity}} {{id}}: {{title}}. Noticed {{detectedAt}} by {{detectedBy}}. Impact: {{impact}}. IC {{ic}}, lead {{rl}}, room {{channel}}.',
  },
  {
    audience: 'exec',
    situation: 'detected',
    text: '{{severity}} on {{services}}, since {{failureAt}}. Users: {{impact}}. Unknown: {{unknown}}. {{ic}} commands. From you: {{needs}}.',
  },
  {
    audience: 'support',
    situation: 'detected',
    text: 'Callers may report {{symptoms}}. Tell them we know and are on it. Workaround: {{workaround}}. Tag {{id}}.',
  },
  {
    audience: 'public',
    situation: 'detected',
    publicWord: 'Investigating',
    text: 'We are looking into a problem with {{components}}. You may notice {{symptoms}}.',
  },
  {
    audience: 'chat',
    situation: 'triaged',
    text: 'Assessed by {{rl}}: {{severity}}, {{impactLevel}}, reach {{scope}}, trend {{trend}}. Working: {{responders}}. Unknown: {{unknown}}.',
  },
  {
    audience: 'exec',
    situation: 'triaged',
    text: 'Extent: {{scope}}. Business effect: {{businessImpact}}. Direction: {{actions}}. From you: {{needs}}.',
  },
  {
    audience: 'support',
    situation: 'triaged',
    text: 'Affected: {{scope}}. Not affected: {{notAffected}}. Workaround: {{workaround}}.',
  },
  {
    audience: 'public',
    situation: 'triaged',
    publicWord: 'Investigating',
    text: '{{components}}: {{impactPublic}} This affects {{scopePublic}}. {{notAffected}}',
  },
  {
    audience: 'chat',
    situation: 'identified',
    text: 'Identified {{identifiedAt}} after {{elapsed}}: {{cause}}. Evidence {{evidence}}. Options: {{options}}.',
  },
  {
    audience: 'exec',
    situation: 'identified',
    text: 'We know what fails: {{causePlain}}. Plan: {{actions}}. Decision: {{decision}}. From you: {{needs}}.',
  },
  {
    audience: 'support',
    situation: 'identified',
    text: 'Found; repair in progress. Still true: {{symptoms}}, workaround {{workaround}}.',
  },
  {
    audience: 'public',
    situation: 'identified',
    publicWord: 'Identified',
    text: 'We have found what is wrong and are repairing it. Until then: {{workaround}}',
  },
  {
    audience: 'chat',
    situation: 'fixed',
    text: 'Fix in at {{fixedAt}}: {{fix}} by {{executor}}; check: {{fixCheck}}; way back: {{rollback}}. Watching until {{monitorUntil}}.',
  },
  {
    audience: 'exec',
    situation: 'fixed',
    text: 'Repair applied {{fixedAt}}. Watching until {{monitorUntil}}. Left: {{remaining}}.',
  },
  {
    audience: 'support',
    situation: 'fixed',
    text: 'Ask customers to retry from {{fixedAt}}; report new failures under {{id}}.',
  },
  {
    audience: 'public',
    situation: 'fixed',
    publicWord: 'Monitoring',
    text: 'A repair is in place and service is recovering. We keep watching.',
  },
  {
    audience: 'chat',
    situation: 'recovered',
    text: '{{id}} restored {{recoveredAt}}. Lasted {{timeToRecover}}. Data: {{dataImpact}}. Temporary: {{temporary}}. PIR {{pirDate}}, owner {{pirOwner}}.',
  },
  {
    audience: 'exec',
    situation: 'recovered',
    text: 'Normal since {{recoveredAt}}, {{timeToRecover}} after the start. Reach {{scope}}. Data: {{dataImpact}}. Review {{pirDate}}.',
  },
  {
    audience: 'support',
    situation: 'recovered',
    text: 'Normal again. Reply to open tickets {{tickets}}. Data: {{dataImpact}}.',
  },
  {
    audience: 'public',
    situation: 'recovered',
    publicWord: 'Resolved',
    text: '{{components}}: working normally again since {{recoveredAt}}. The problem lasted {{timeToRecover}}{{impactedClause}}. {{dataImpact}} We are sorry for the disruption.',
  },
];
