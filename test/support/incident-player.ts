import type { Command } from '../../shared/incident/command.ts';
import { decide } from '../../shared/incident/decide.ts';
import { foldIncident } from '../../shared/incident/fold.ts';
import type { IncidentEvent } from '../../shared/incident/incident-event.ts';
import type { IncidentState } from '../../shared/incident/incident-state.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import type { Playbook } from '../../shared/playbook/playbook.ts';
import { orderCommits } from '../../shared/record/causal-order.ts';
import type { CommitRef, LoadedCommit } from '../../shared/record/commit.ts';
import type { StoredEvent } from '../../shared/record/event.ts';
import type { CommandId, EventId, IncidentId, WriterId } from '../../shared/record/ids.ts';
import type { Refusal } from '../../shared/record/rules.ts';

export const testIncident = '01JQ0000000000000000000000' as IncidentId;
export const testDigest = 'default';

/** A person at a device, playing commands against the real rules; several of them share or exchange commits. */
export interface IncidentPlayer {
  /** Decides and, when accepted, appends. `at` is the clock of that moment: `10:31`, `10:31:12` on 2026-03-02, or an instant. */
  play(at: string, command: Command): Result<readonly IncidentEvent[], Refusal>;
  /** As `play`, and fails the test on a refusal and where nothing was recorded. */
  must(at: string, command: Command): readonly [IncidentEvent, ...IncidentEvent[]];
  /** Appends events as if another version had decided them. */
  append(at: string, events: readonly StoredEvent[]): void;
  takeIn(commits: readonly LoadedCommit[]): void;
  /** Somebody sets the clock of the device; the moments that are played from here on are what it shows. */
  moveClock(ms: number): void;
  /** The machine is started anew: nothing tells any more whether its clock was set meanwhile. */
  restart(): void;
  commits(): readonly LoadedCommit[];
  state(): IncidentState;
}

export const toInstant = (at: string): Instant =>
  (at.includes('T') ? at : `2026-03-02T${at.length === 5 ? `${at}:00` : at}.000Z`) as Instant;

export const createPlayer = ({
  person = 'Ann Lee',
  device = 'ann',
  playbook = defaultPlaybook as Playbook,
  writer: name = device,
}: {
  person?: string;
  device?: string;
  /** Another run of the same device. */
  writer?: string;
  playbook?: Playbook;
} = {}): IncidentPlayer => {
  const writer = `writer-${name}` as WriterId;
  const own: LoadedCommit[] = [];
  let all: LoadedCommit[] = [];
  let movedMs = 0;
  let boots = 1;
  const newId = idMaker(name);
  const state = () => foldIncident(testIncident, orderCommits(all).commits());

  const append = (at: string, events: readonly StoredEvent[], type = 'Foreign') => {
    const order = orderCommits(all);
    const seq = own.length + 1;
    const loaded: LoadedCommit = {
      sum: `${name}-${seq}`,
      commit: {
        v: 1,
        incident: testIncident,
        writer,
        seq,
        prev: `${name}-${seq - 1}`,
        heads: order.headsFor(writer),
        command: { id: `${name}-command-${seq}` as CommandId, type },
        by: { person, device },
        recordedAt: toInstant(at),
        zone: 'UTC',
        boot: `boot-${device}-${boots}`,
        monoMs: Date.parse(toInstant(at)) - movedMs,
        events,
      },
    };
    own.push(loaded);
    all.push(loaded);
  };

  const play: IncidentPlayer['play'] = (at, command) => {
    const decided = decide(command, state(), { now: toInstant(at), by: { person, device }, newId }, playbook);
    if (decided.ok && decided.value.length > 0) append(at, decided.value, command.type);
    return decided;
  };

  return {
    play,
    must: (at, command) => {
      const decided = play(at, command);
      if (!decided.ok) throw new Error(`${at} ${command.type}: ${decided.error.code}: ${decided.error.message}`);
      const [first, ...rest] = decided.value;
      if (!first) throw new Error(`${at} ${command.type}: recorded nothing`);
      return [first, ...rest];
    },
    append: (at, events) => append(at, events),
    moveClock: (ms) => {
      movedMs += ms;
    },
    restart: () => {
      boots += 1;
    },
    takeIn: (commits) => {
      const known = new Set(all.map(keyOf));
      all = [...all, ...commits.filter((commit) => !known.has(keyOf(commit)))];
    },
    commits: () => all,
    state,
  };
};

/** Ids that look like ULIDs and tell who made them, in order. */
const idMaker = (device: string) => {
  const head = [...device.toUpperCase().replace(/[^0-9A-HJKMNP-TV-Z]/g, 'Z')].slice(0, 8).join('').padEnd(10, '0');
  let count = 0;
  return () => {
    count += 1;
    return `${head}${String(count).padStart(16, '0')}` as EventId;
  };
};

const keyOf = ({ commit }: { readonly commit: CommitRef }) => `${commit.writer}:${commit.seq}`;
