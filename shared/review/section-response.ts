import type { RootContent } from 'mdast';
import { formatDuration } from '../kernel/duration.ts';
import { elapsedMs } from '../kernel/instant.ts';
import { currentClaim } from '../lifecycle/current-claim.ts';
import type { DetectionSource } from '../lifecycle/lifecycle.ts';
import { findRoleName } from '../playbook/find-in-playbook.ts';
import { bullets, heading, paragraph, table } from './mdast-nodes.ts';
import { type PirContext, writtenBlocks } from './pir-context.ts';
import { updateTimings } from './update-timings.ts';

const foundBy: Readonly<Record<DetectionSource, string>> = {
  alert: 'by an alert of ours',
  staff: 'by our staff',
  customer: 'by a customer',
  partner: 'by a partner',
  security: 'by the security team',
};

export const responseSection = (context: PirContext): readonly RootContent[] => [
  bullets(detectionFacts(context)),
  heading(3, 'Roles filled'),
  ...roleBlocks(context),
  heading(3, 'Updates on time'),
  ...updateBlocks(context),
  ...writtenBlocks(context, 'detection-and-response', 'What made it hard'),
];

const detectionFacts = ({ source, words }: PirContext): readonly string[] => {
  const { lifecycle, timeline, edition } = source;
  const [detected, alerted] = [currentClaim(lifecycle, 'detected')?.at, currentClaim(lifecycle, 'alerted')?.at];
  const { detection } = lifecycle;
  const alerts = [...timeline.entries.values()]
    .map(({ event }) => event)
    .filter((event) => event.kind === 'alert' && (edition !== 'shared' || event.visibility !== 'restricted'));
  const classes = alerts.flatMap(({ alert }) => (alert ? [alert] : []));
  const first = classes.find(({ paged }) => paged) ?? classes[0];
  return [
    detection
      ? `Found ${foundBy[detection.source]}${detection.detail ? `: ${detection.detail}` : ''}.`
      : 'How it was found is not recorded.',
    detected ? `Detected ${words.clock(detected)}.` : 'When it was detected is not recorded.',
    first
      ? `Alert class: ${first.class}${first.rule ? ` (${first.rule})` : ''}; ${first.paged ? 'it paged' : 'it did not page'}.`
      : alerts.length > 0 || alerted
        ? 'The class of the alert is not recorded.'
        : 'No alert is on the timeline.',
    detected && alerted && alerted > detected
      ? `Page lag: ${formatDuration(elapsedMs(detected, alerted))} from detection to the first page.`
      : alerted
        ? 'Page lag: none, the page was what detected it.'
        : 'Nobody was paged.',
  ];
};

const roleBlocks = ({ source, words }: PirContext): readonly RootContent[] => {
  const { roles, lifecycle, playbook } = source;
  if (roles.tenures.length === 0) return [paragraph('No role was filled.')];
  const detected = currentClaim(lifecycle, 'detected')?.at;
  const rows = roles.tenures.map(({ role, person, since, until }) => [
    findRoleName(playbook, role),
    person,
    words.clock(since),
    detected && since > detected
      ? `${formatDuration(elapsedMs(detected, since))} after detection`
      : 'at detection or before',
    until ? words.clock(until) : 'to the end',
  ]);
  return [table(['Role', 'Held by', 'From', 'Filled', 'Until'], rows)];
};

const updateBlocks = (context: PirContext): readonly RootContent[] => {
  const timings = updateTimings(context.source);
  if (timings.length === 0) return [paragraph('No update was sent, and none was due.')];
  const rows = timings.map(({ audience, sent, late, worstLateMs, overdueMs }) => [
    audience,
    String(sent),
    String(sent - late),
    late === 0 ? '0' : `${late}, the latest by ${formatDuration(worstLateMs)}`,
    overdueMs === undefined ? 'nothing' : `an update, overdue ${formatDuration(overdueMs)}`,
  ]);
  return [table(['Audience', 'Sent', 'On time', 'Late', 'Still owed'], rows)];
};
