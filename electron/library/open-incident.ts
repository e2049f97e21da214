import { isDeepStrictEqual } from 'node:util';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { Author, CommitRef, LoadedCommit } from '../../shared/record/commit.ts';
import type { CommandId, EventId, IncidentId } from '../../shared/record/ids.ts';
import { type Refusal, refuse } from '../../shared/record/rules.ts';
import { findTextLeft, redactedEvents } from '../../shared/record/verify-chain.ts';
import { eventIdOf } from './event-id.ts';
import { createIncidentHistory } from './incident-history.ts';
import type { IncidentRules, LibraryClock } from './incident-rules.ts';
import type { Appending, Journal, JournalNews } from './journal.ts';
import { createRecentMap } from './recent-map.ts';
import { costsSomething, isRepeat, problemsOfBlanks, problemsOfOrder, type RecordProblem } from './record-problems.ts';
import { createRedactionMemory, type KnownRedactions } from './redaction-memory.ts';

export interface Recorded {
  /** The newest commit when the command changed nothing. */
  readonly ref: CommitRef;
  readonly sum: string;
  readonly events: readonly EventId[];
}

export interface ExecuteInput<Command> {
  readonly id: CommandId;
  readonly command: Command;
  readonly by: Author;
  readonly zone: string;
}

export interface OpenIncident<State, Command, Playbook> {
  /**
   * Answers after the flush. The same id gets the same answer for ever when it was accepted; when it was refused by a
   * rule, or changed nothing, for as long as this run remembers it. A failure of the disk may be tried again with the same id.
   */
  execute(input: ExecuteInput<Command>, playbook: Playbook): Promise<Result<Recorded, Refusal>>;
  /** Every recorded commit in the order of application, repeats too. */
  commits(): readonly LoadedCommit[];
  problems(): readonly RecordProblem[];
  isReadOnly(): boolean;
  /** Digest of the playbook in force. */
  playbook(): string | undefined;
  /** With commits that wait for their flush. */
  state(): State;
  /** As `state`, without the copy that makes it safe to keep: for a look at this moment. */
  deciding(): State;
  redactions(): KnownRedactions;
  /** Takes in what others wrote. */
  refresh(): void;
  /** Settles when what others wrote and this run has read is on the disk. */
  confirmed(): Promise<void>;
  /** Everything anew from the disk. */
  readAll(): JournalNews;
  /** Settles when every command given so far has its answer. */
  settled(): Promise<void>;
  /** Its journal files as far as they are recorded, from memory. */
  heldFiles(): ReadonlyMap<string, Uint8Array>;
  /** True for a journal file of this run. */
  owns(file: string): boolean;
  close(): Promise<void>;
}

export interface OpenIncidentDeps<State, Playbook, Command extends { readonly type: string }, Summary> {
  readonly id: IncidentId;
  readonly journal: Journal;
  readonly rules: IncidentRules<State, Playbook, Command, Summary>;
  readonly clock: LibraryClock;
  /** Commits that are on the disk now, whoever wrote them; blanked copies of known ones too. */
  readonly onRecorded: (commits: readonly LoadedCommit[]) => void;
  /** The full check has found lines that do not count: these are all recorded commits now. */
  readonly onReplaced: (commits: readonly LoadedCommit[]) => void;
  /** Settles when whatever else waits has had its turn. */
  readonly pause: () => Promise<unknown>;
  /** Takes redacted texts out of what is not the record: drafts, the index. Asked again with the same texts. */
  readonly takeOut: (texts: readonly string[]) => Promise<Result<null, Refusal>>;
  /** Returns the end of it. */
  readonly setTimer: (run: () => void, ms: number) => () => void;
}

/** A repetition comes within seconds of the first try; a process that is refused all day must not grow by it. */
const remembered = 1_000;
/** Longer than another run's file must have been quiet before it may be rewritten (see `createFileJournal`). */
const blankAgainMs = 11_000;

/** One incident of this run: decides, appends, answers. */
export const openIncident = <State, Playbook, Command extends { readonly type: string }, Summary>(
  deps: OpenIncidentDeps<State, Playbook, Command, Summary>,
): OpenIncident<State, Command, Playbook> => {
  const { journal, rules, clock } = deps;
  const history = createIncidentHistory(deps.id, rules);
  /** Commands that wait for their flush. */
  const answers = new Map<CommandId, Promise<Result<Recorded, Refusal>>>();
  /** Answers of commands that left nothing in the record to find them by. */
  const tracelessAnswers = createRecentMap<CommandId, Promise<Result<Recorded, Refusal>>>(remembered);
  let news: JournalNews = { commits: [], problems: [], isReadOnly: false };
  let textLeft: string | null = null;
  let blanking: Promise<void> = Promise.resolve();
  let checking: Promise<void> | null = null;
  let isClosed = false;
  let stopTimer = () => {};
  const memory = createRedactionMemory(rules.textPaths);

  const takeNews = (): readonly LoadedCommit[] => {
    news = journal.read();
    if (!journal.isChecked()) checking ??= checkBehind();
    // A line may come blanked before the redaction that explains it.
    const blanked = news.commits.flatMap((loaded) => loaded.blanked ?? []);
    const events = new Set([...redactedEvents(news.commits), ...blanked]);
    memory.note(events, [...(events.size > 0 ? history.recorded() : []), ...news.commits]);
    const added = history.addRecorded(news.commits);
    // Nothing is taken out of a file on the word of a line that may yet prove forged.
    if (!checking && redactedEvents(added).size > 0) void blank();
    return added;
  };
  const refresh = () => {
    const before = news.problems;
    const added = takeNews();
    // A problem is news too: who looks at the timeline must hear of a place that cannot be read any more, or again.
    if (added.length > 0) void tellConfirmed(added);
    else if (!isDeepStrictEqual(news.problems, before)) deps.onRecorded(added);
  };

  /** What others wrote is on the disk before anybody hears of it. */
  const tellConfirmed = async (added: readonly LoadedCommit[]) => {
    await journal.confirmRead();
    if (!isClosed) deps.onRecorded(added);
  };

  /** What was opened on the quick check gets the full one, a slice at a time between whatever is asked meanwhile. */
  const checkBehind = async () => {
    while (!journal.isChecked()) {
      await deps.pause();
      if (isClosed) return;
      // The state first, where nobody waits for it: the first command then finds it there.
      if (history.workAhead() && journal.checkMore() === 'found') takeAnew();
    }
    checking = null;
    if (redactedEvents(history.recorded()).size > 0) void blank();
  };

  const takeAnew = () => {
    const { unfit, ...anew } = journal.readAnew();
    news = anew;
    history.remove(unfit);
    // Of a commit that lies in two files perhaps one line is whole.
    history.addRecorded(anew.commits);
    deps.onReplaced(history.recorded());
  };

  /**
   * Takes redacted texts out of the files that this run may rewrite. The journals come last: should a crash come in
   * between, the next run still finds there what it has to look for elsewhere.
   */
  const blank = () => {
    blanking = blanking.then(async () => {
      stopTimer();
      const events = redactedEvents(history.recorded());
      memory.note(events, history.recorded());
      const elsewhere = await deps.takeOut(memory.texts());
      const { commits, failure } = await journal.blank(events);
      const changed = history.addRecorded(commits);
      textLeft = failure?.message ?? (elsewhere.ok ? leftToOthers() : elsewhere.error.message);
      if (textLeft !== null) stopTimer = deps.setTimer(() => void blank(), blankAgainMs);
      if (changed.length > 0) deps.onRecorded(changed);
    });
    return blanking;
  };

  const leftToOthers = (): string | null =>
    findTextLeft(history.recorded(), rules.textPaths).length === 0
      ? null
      : 'Another run has just written there, and takes it out itself; else it is done here in ten seconds.';

  const decideAndAppend = (input: ExecuteInput<Command>, playbook: Playbook): Promise<Result<Recorded, Refusal>> => {
    let made = 0;
    const newId = () => eventIdOf(deps.id, input.id, made++);
    const now = clock.now();
    const decided = rules.decide(input.command, history.deciding(), { now, by: input.by, newId }, playbook);
    if (!decided.ok) return withoutTrace(input.id, Promise.resolve(decided));
    if (decided.value.length === 0) return withoutTrace(input.id, unchanged());
    const appending = journal.append({
      frontier: history.frontier(),
      command: { id: input.id, type: input.command.type },
      by: input.by,
      recordedAt: now,
      zone: input.zone,
      boot: clock.boot,
      monoMs: clock.monoMs(),
      events: decided.value,
    });
    history.addPending(appending.loaded);
    const answer = answerOf(input.id, appending);
    answers.set(input.id, answer);
    return answer;
  };

  const withoutTrace = (id: CommandId, answer: Promise<Result<Recorded, Refusal>>) => {
    tracelessAnswers.set(id, answer);
    return answer;
  };

  const answerOf = async (id: CommandId, { loaded, recorded }: Appending) => {
    const outcome = await recorded;
    if (!outcome.ok) {
      history.drop(loaded);
      answers.delete(id);
      return outcome;
    }
    answers.delete(id);
    history.confirm(loaded);
    deps.onRecorded([loaded]);
    if (redactedEvents([loaded]).size > 0) await blank();
    return ok(toRecorded(loaded));
  };

  const settled = async () => {
    await Promise.allSettled(answers.values());
  };

  /** Changes nothing, so it stands on what is there; that must be on the disk before it is said. */
  const unchanged = async (): Promise<Result<Recorded, Refusal>> => {
    await settled();
    const newest = history.newest();
    return newest ? ok({ ...toRecorded(newest), events: [] }) : refuse('incident.empty', 'Nothing is recorded yet.');
  };

  /** Somebody recorded it already: this run, or one that died before it could say so. */
  const repeat = async (known: LoadedCommit): Promise<Result<Recorded, Refusal>> => {
    const confirmed = await journal.confirm(known.commit.writer);
    return confirmed.ok ? ok(toRecorded(known)) : confirmed;
  };

  const costly = () => news.problems.filter(costsSomething);

  // Who opens it asks for everything: to tell it here, too, would cost as much again.
  takeNews();
  const stop = journal.watch(refresh);
  return {
    execute: (input, playbook) => {
      const known = history.recordedBy(input.id);
      if (known) return repeat(known);
      const waiting = answers.get(input.id) ?? tracelessAnswers.get(input.id);
      if (waiting) return waiting;
      if (news.isReadOnly)
        return Promise.resolve(
          refuse(
            'storage.newer',
            'Not recorded. A newer version of Holdfast has written to this incident: update Holdfast first.',
          ),
        );
      return decideAndAppend(input, playbook);
    },
    commits: () => history.recorded(),
    problems: () => [
      ...costly().filter(({ command }) => command === undefined || !history.recordedBy(command)),
      // A repeat counts once and costs nothing: it is a line that the disk refused and kept all the same. Verify names it.
      ...problemsOfOrder(
        history.problems().filter((problem) => !isRepeat(problem)),
        costly(),
      ),
      // Asked with every commit: only a record that has blanks is searched for them.
      ...(history.hasBlanks() ? problemsOfBlanks(history.recorded()) : []),
      ...(textLeft
        ? [{ kind: 'text-left', file: '', message: `A redacted text is still in a file. ${textLeft}` }]
        : []),
    ],
    isReadOnly: () => news.isReadOnly,
    // Asked with every commit: a look through all of them each time is for opening only, before there is a state.
    playbook: () => {
      const ready = history.ready();
      return ready === undefined ? rules.playbookAfter(history.ordered()) : rules.playbookOf(ready);
    },
    state: () => history.state(),
    deciding: () => history.deciding(),
    redactions: () => memory.known(history.recorded()),
    refresh,
    confirmed: journal.confirmRead,
    readAll: () => journal.readAll(),
    settled,
    heldFiles: () => journal.heldFiles(),
    owns: journal.owns,
    close: async () => {
      isClosed = true;
      stop();
      await blanking;
      stopTimer();
      await journal.confirmRead();
      await journal.close();
    },
  };
};

const toRecorded = ({ commit, sum }: LoadedCommit): Recorded => ({
  ref: { writer: commit.writer, seq: commit.seq },
  sum,
  events: commit.events.map((event) => event.id),
});
