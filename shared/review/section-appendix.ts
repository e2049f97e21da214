import type { RootContent } from 'mdast';
import { byText } from '../kernel/by-text.ts';
import { formatDuration } from '../kernel/duration.ts';
import { elapsedMs } from '../kernel/instant.ts';
import { countOf } from '../kernel/words.ts';
import { milestones, milestoneWords } from '../lifecycle/lifecycle.ts';
import { findRoleName } from '../playbook/find-in-playbook.ts';
import { isSamePerson } from '../roles/same-person.ts';
import type { SentUpdate } from '../updates/updates-state.ts';
import { glossary } from './glossary.ts';
import { heading, monospace, paragraph, table, verbatim } from './mdast-nodes.ts';
import type { PirContext } from './pir-context.ts';
import { fullTimelineTable } from './section-timeline.ts';

export const appendixSection = (context: PirContext): readonly RootContent[] => [
  heading(3, 'Full timeline'),
  ...restrictedNote(context),
  fullTimelineTable(context),
  heading(3, 'Every update sent'),
  ...updateBlocks(context),
  heading(3, 'Roster'),
  rosterBlock(context),
  heading(3, 'Evidence'),
  evidenceBlock(context),
  heading(3, 'Glossary'),
  table(['Word', 'Meaning'], glossary),
];

const restrictedNote = ({ source, rows }: PirContext): readonly RootContent[] => {
  const left = source.rows.length - rows.length;
  return left > 0
    ? [paragraph(`Left out of this shared edition: ${countOf(left, 'restricted entry', 'restricted entries')}.`)]
    : [];
};

/** Word for word, in the order they were sent; a correction and what it corrects name each other. */
const updateBlocks = (context: PirContext): readonly RootContent[] => {
  const sent = [...context.source.updates.sent.values()].sort(byText(({ event }) => event.occurredAt));
  if (sent.length === 0) return [paragraph('None was sent.')];
  return sent.flatMap((update) => [
    heading(4, `${context.words.clock(update.event.occurredAt)} ${updateName(context, update)}`),
    paragraph(updateFacts(context, update)),
    verbatim(update.event.text),
  ]);
};

const updateName = ({ source }: PirContext, { event }: SentUpdate): string => {
  const audience = source.playbook.audiences.find(({ id }) => id === event.audience)?.name ?? event.audience;
  return `${audience}, update ${event.n}`;
};

const updateFacts = (context: PirContext, update: SentUpdate): string => {
  const { source, words } = context;
  const { event, by, correctedBy, retractedBy } = update;
  const named = (id: typeof correctedBy) => {
    const other = id && source.updates.sent.get(id);
    return other
      ? `${updateName(context, other)} of ${words.clock(other.event.occurredAt)}`
      : 'an update that is not in this record';
  };
  const facts = [
    `Sent by ${by}`,
    event.publicStatus && `as "${event.publicStatus}"`,
    event.promisedAt && `next promised for ${words.clock(event.promisedAt)}`,
    event.closing && 'closing update',
    event.corrects &&
      `corrects ${named(event.corrects.update)}: "${event.corrects.wrong}" became "${event.corrects.right}"`,
    event.retracts && `takes back ${named(event.retracts.update)}: ${event.retracts.reason}`,
    correctedBy && `corrected by ${named(correctedBy)}`,
    retractedBy && `taken back by ${named(retractedBy)}`,
    event.head && `journal head then ${event.head}`,
  ];
  return `${facts.filter(Boolean).join('; ')}.`;
};

const rosterBlock = ({ source, words }: PirContext): RootContent => {
  const { roles, playbook, now } = source;
  if (roles.roster.length === 0) return paragraph('Nobody joined the roster.');
  const rows = roles.roster.map(({ person, joinedAt, leftAt, task }) => {
    const held = roles.tenures
      .filter((tenure) => isSamePerson(tenure.person, person))
      .map(({ role }) => findRoleName(playbook, role));
    return [
      person,
      [...new Set(held)].join(', ') || 'Resolution Team',
      words.clock(joinedAt),
      leftAt ? words.clock(leftAt) : 'still here',
      formatDuration(Math.max(0, elapsedMs(joinedAt, leftAt ?? now))),
      task ?? '',
    ];
  });
  return table(['Person', 'Roles', 'Joined', 'Left', 'Present', 'Task'], rows);
};

const evidenceBlock = ({ source, words, rows }: PirContext): RootContent => {
  const attached = rows.flatMap((row) =>
    row.evidence.map((piece) => [
      [monospace(piece.text)],
      piece.kind,
      `${row.name ?? row.kind}, ${words.clock(row.occurredAt)}`,
      piece.sha256 ? [monospace(piece.sha256)] : '',
      piece.bytes === undefined ? '' : countOf(piece.bytes, 'byte'),
    ]),
  );
  const claimed = milestones.flatMap((milestone) =>
    (source.lifecycle.claims.get(milestone) ?? []).flatMap(({ evidence, at }) =>
      evidence.map((piece) => [
        [monospace(piece)],
        'milestone',
        `${milestoneWords[milestone]}, ${words.clock(at)}`,
        '',
        '',
      ]),
    ),
  );
  const all = [...attached, ...claimed];
  return all.length === 0
    ? paragraph('None is attached.')
    : table(['Evidence', 'Kind', 'Belongs to', 'SHA-256', 'Size'], all);
};
