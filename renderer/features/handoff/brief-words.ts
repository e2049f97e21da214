import type { Brief } from '../../../shared/incident/brief.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import type { RoleHolder } from '../../../shared/roles/role-holders.ts';
import { teamRole } from '../../../shared/roles/role-holders.ts';

/** "None seen since 10:25. Worst: full. Payments fail. Reach: 38 %.", "Impact is full: payments fail." */
export const impactWords = ({ impact }: Brief, zone: string): string => {
  const { level, text, scope, goodSince, worst } = impact;
  const now =
    level === undefined
      ? 'Not assessed yet.'
      : level === 'none'
        ? `None seen${goodSince ? ` since ${formatClock(goodSince, zone)}` : ''}.`
        : `Impact is ${level}${text === undefined || text === '' ? '.' : ':'}`;
  const before = level === 'none' && worst ? `Worst: ${worst}.` : '';
  return [now, before, sentence(text), scope ? sentence(`Reach: ${scope}`) : ''].filter(Boolean).join(' ');
};

/** "SEV1 since 09:19, at its worst SEV1." */
export const severityWords = ({ severity, severitySince, peak }: Brief, zone: string): string => {
  if (severity === undefined) return 'Severity not chosen yet.';
  const since = severitySince ? ` since ${formatClock(severitySince, zone)}` : '';
  return `${severity}${since}${peak === undefined ? '' : `, at its worst ${peak}`}.`;
};

/** One line a filled role: "Resolution Lead: Jonas Berg". A role held by fallback stands with the open ones. */
export const holderWords = (holders: readonly RoleHolder[]): readonly string[] => {
  const held = holders.filter(({ how, role }) => how === 'held' && role !== teamRole);
  const open = holders.filter(({ how }) => how !== 'held').map(({ name }) => name);
  return [
    ...held.map(({ name, person }) => `${name}: ${person}.`),
    ...(open.length === 0 ? [] : [`Open: ${open.join(', ')}. ${open.length === 1 ? 'It comes' : 'They come'} to you.`]),
  ];
};

/** People here without a role of their own. */
export const teamWords = ({ roster }: Brief): string | undefined => {
  const team = roster.filter(({ roles }) => roles.length === 0);
  return team.length === 0
    ? undefined
    : `Team: ${team.map(({ person, task }) => (task === undefined ? person : `${person} (${task})`)).join(', ')}.`;
};

export const placeWords = ({ places, bridges }: Brief): readonly string[] => [
  ...places,
  ...bridges.map(({ name, number, pin }) => `${name}: ${number}${pin === undefined ? '' : `, PIN ${pin}`}`),
];

const sentence = (text: string | undefined): string =>
  text === undefined || text === '' ? '' : /[.!?]$/.test(text) ? text : `${text}.`;
