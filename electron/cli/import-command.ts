import type { IncidentSummary } from '../../shared/incident/summary.ts';
import type { Intake, ProposedEntry } from '../../shared/intake/proposed-entry.ts';
import { readForeign } from '../../shared/intake/read-foreign.ts';
import { ok } from '../../shared/kernel/result.ts';
import { acceptImport } from './accept-import.ts';
import { type CommandDefinition, jsonOption } from './command-definition.ts';
import type { CommandLineWorld } from './command-line-world.ts';
import { type Outcome, toFailure, wrongUsage } from './failure.ts';
import { findIncident, nameOf, readIncident } from './find-incident.ts';
import { type Known, knownEntries } from './known-entries.ts';
import { readClock, readZone, type Session, withSession } from './open-session.ts';
import { readForeignFile } from './read-foreign-file.ts';

export const importCommand: CommandDefinition = {
  name: 'import',
  form: 'FILE [--into ID] [--zone ZONE] [--accept] [--json]',
  summary: "Read other people's file: show, or record, its entries",
  details: [
    'Without --accept the preview is printed as JSON and nothing is recorded.',
    '  --into ID    the incident; left out, --accept goes on in the one that has',
    '               entries of an earlier import, or declares one',
    '  --accept     records the entries; what an earlier import recorded is left alone',
    '  --zone ZONE  the clock of times that say no zone; without it they are refused',
    '',
    'Reads exports of Slack (zip or day file), Mattermost and Discord, webhooks of',
    'Alertmanager, Grafana, PagerDuty, Opsgenie and Statuspage, AWS SNS, CSV and',
    'Markdown timelines, logs of WeeChat, irssi and ZNC. The content says which.',
  ],
  options: { into: { type: 'string' }, accept: { type: 'boolean' }, ...jsonOption },
  run: async (given, world) => {
    const [path, ...more] = given.words;
    if (path === undefined || more.length > 0) return wrongUsage('Name one file: holdfast import FILE');
    const zone = readZone(given);
    if (!zone.ok) return zone;
    const file = await readForeignFile(world, path);
    if (!file.ok) return file;
    const now = readClock(world);
    if (!now.ok) return now;
    // Before a library is opened: a refused file must not leave a new one behind.
    const read = readForeign(file.value.name, file.value.files, { zone: zone.value, now: now.value });
    if (!read.ok) return toFailure(read.error);
    const intake = read.value;
    const into = given.text('into');
    if (given.has('accept')) return acceptImport(given, world, intake);
    if (into === undefined) return sayPreview(world, intake, zone.value, null, new Map());
    return withSession(given, world, 'must-exist', (session) => previewInto(into, session, world, intake, zone.value));
  },
};

const previewInto = async (
  into: string,
  session: Session,
  world: CommandLineWorld,
  intake: Intake,
  zone: string | undefined,
): Promise<Outcome> => {
  const found = await findIncident(session, into);
  if (!found.ok) return found;
  const read = readIncident(session, world, found.value.id);
  if (!read.ok) return read;
  return sayPreview(world, intake, zone, found.value, knownEntries(intake.entries, read.value.state));
};

const sayPreview = (
  { say }: CommandLineWorld,
  { formats, title, entries, skipped }: Intake,
  zone: string | undefined,
  incident: IncidentSummary | null,
  known: ReadonlyMap<ProposedEntry, Known>,
): Outcome => {
  const preview = {
    formats,
    title,
    zone: zone ?? null,
    incident: incident && { id: incident.id, name: nameOf(incident), title: incident.title },
    entries: entries.map((entry) => ({ ...entryData(entry), known: known.get(entry) ?? 'new' })),
    skipped,
  };
  say(JSON.stringify(preview, undefined, 2));
  return ok(null);
};

const entryData = (entry: ProposedEntry) => ({
  at: entry.at,
  precision: entry.precision,
  typed: entry.typed,
  author: entry.author,
  kind: entry.kind,
  text: entry.text,
  key: entry.key ?? false,
  restricted: entry.visibility === 'restricted',
  evidence: entry.evidence,
  replyTo: entry.replyTo ?? null,
  suggests: entry.suggests ?? null,
  flags: entry.flags,
  source: entry.source,
});
