import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCausalOrder, orderCommits } from '../../../shared/record/causal-order.ts';
import { type CommitRef, hasSeen, type LoadedCommit } from '../../../shared/record/commit.ts';
import type { CommandId } from '../../../shared/record/ids.ts';
import { aCommit, aNote, namesOf, ref } from '../../support/journal-builders.ts';

const keysOf = (commits: readonly LoadedCommit[]) => commits.map(({ commit }) => `${commit.writer}${commit.seq}`);
const order = (commits: readonly LoadedCommit[]) => keysOf(orderCommits(commits).commits());
const grown = (commits: readonly LoadedCommit[]) => {
  const growing = createCausalOrder();
  for (const commit of commits) growing.add(commit);
  return growing;
};
/** All that can be asked of an order. */
const everything = (commits: readonly LoadedCommit[], of = orderCommits(commits)) => ({
  order: of.commits().map(({ commit, sum, index, blanked }) => ({ commit, sum, index, blanked })),
  problems: of.problems(),
  frontier: of.frontier(),
  seen: commits.map((a) => commits.filter((b) => of.hasSeen(a.commit, b.commit)).length),
});

/** A history of up to 4 devices that copy journals to each other now and then; clocks are wrong by up to a day. */
const historiesOf = (command: fc.Arbitrary<string | undefined>) =>
  fc
    .array(
      fc.record({ device: fc.nat(3), from: fc.option(fc.nat(3)), atMs: fc.integer({ min: -5, max: 5 }), command }),
      { maxLength: 40 },
    )
    .map((steps) => {
      const devices = ['a', 'b', 'c', 'd'].map((writer, index) => ({
        writer,
        skewMs: index === 3 ? 86_400_000 : 0,
        known: new Set<LoadedCommit>(),
        seq: 0,
      }));
      const all: LoadedCommit[] = [];
      const past = new Map<LoadedCommit, ReadonlySet<LoadedCommit>>();
      for (const { device, from, atMs, command } of steps) {
        const me = devices[device] as (typeof devices)[number];
        if (from !== null) for (const commit of devices[from]?.known ?? []) me.known.add(commit);
        const heads = orderCommits(me.known).headsFor(me.writer);
        me.seq += 1;
        const made = aCommit(me.writer, me.seq, {
          heads,
          atMs: atMs + me.skewMs,
          ...(command === undefined ? {} : { command }),
        });
        past.set(made, new Set(me.known));
        me.known.add(made);
        all.push(made);
      }
      return { all, past };
    });

const histories = historiesOf(fc.constant(undefined));
/** Commands are tried again now and then, by whoever. */
const historiesWithTries = historiesOf(fc.option(fc.constantFrom('x', 'y', 'z'), { nil: undefined }));

const shuffle = (of: typeof histories) =>
  of.chain(({ all, past }) =>
    fc.record({
      all: fc.constant(all),
      past: fc.constant(past),
      mixed: fc.shuffledSubarray(all, { minLength: all.length }),
      part: fc.subarray(all),
    }),
  );
const shuffled = shuffle(histories);

describe('the order of application', () => {
  it('[MG1] causes come first whatever the clocks say', () => {
    const b = aCommit('b', 1, { atMs: 0, heads: [ref('a', 1)] });
    expect(order([b, aCommit('a', 1, { atMs: 5_000 })])).toEqual(['a1', 'b1']);
  });

  it('[MG2] ties go by recordedAt, then writer', () => {
    expect(order([aCommit('b', 1), aCommit('c', 1, { atMs: -1 }), aCommit('a', 1)])).toEqual(['c1', 'a1', 'b1']);
  });

  it('[MG3] the order depends on the set alone, not on the order of arrival', () => {
    fc.assert(
      fc.property(shuffled, ({ all, mixed, part }) => {
        expect(order(mixed)).toEqual(order(all));
        // With parents missing, too: a union may be cut anywhere.
        const kept = mixed.filter((commit) => part.includes(commit));
        expect(everything(part, grown(kept))).toEqual(everything(part));
        expect(everything(all, grown(mixed))).toEqual(everything(all));
      }),
      { numRuns: 200 },
    );
  });

  it('[MG4] a union is idempotent and associative', () => {
    fc.assert(
      fc.property(shuffled, ({ all, mixed, part }) => {
        expect(everything(all, grown([...mixed, ...part, ...mixed]))).toEqual(everything(all));
        const rest = all.filter((commit) => !part.includes(commit));
        expect(keysOf(grown([...part, ...rest]).commits())).toEqual(keysOf(grown([...rest, ...part]).commits()));
      }),
      { numRuns: 200 },
    );
  });

  it('[MG5] hasSeen is exactly what the writer knew', () => {
    fc.assert(
      fc.property(shuffled, ({ all, past, mixed }) => {
        const ordered = grown(mixed).commits();
        for (const of of ordered) {
          const known = past.get(all.find(({ commit }) => commit === of.commit) as LoadedCommit);
          for (const other of all)
            if (other.commit !== of.commit) expect(hasSeen(of, other.commit)).toBe(known?.has(other) ?? false);
        }
        const at = new Map(ordered.map(({ commit, index }) => [`${commit.writer}${commit.seq}`, index]));
        for (const [made, known] of past)
          for (const cause of keysOf([...known]))
            expect(at.get(cause)).toBeLessThan(at.get(keysOf([made])[0] ?? '') ?? -1);
      }),
      { numRuns: 100 },
    );
  });

  it('[MG6] a device one day ahead changes nothing about the order of the others', () => {
    fc.assert(
      fc.property(histories, ({ all }) => {
        const independent = all.filter(
          ({ commit }) => commit.writer !== 'd' && !commit.heads.some((head) => head.writer === 'd'),
        );
        const alone = order(independent);
        const withIt = order([...independent, ...all.filter(({ commit }) => commit.writer === 'd')]);
        expect(withIt.filter((key) => !key.startsWith('d'))).toEqual(alone);
      }),
    );
  });

  it('[MG7] the frontier is what nobody has seen yet', () => {
    const known = [aCommit('a', 1), aCommit('a', 2), aCommit('b', 1, { heads: [ref('a', 2)] }), aCommit('c', 1)];
    expect(orderCommits(known).frontier()).toEqual([ref('b', 1), ref('c', 1)]);
    expect(orderCommits(known).headsFor('c')).toEqual([ref('b', 1)]);
  });

  it('[MG8] of two tries of one command the last counts, in any order of arrival; the other is reported', () => {
    const [first, again] = [aCommit('b', 1, { command: 'x' }), aCommit('a', 1, { command: 'x', atMs: 1 })];
    for (const known of [
      [first, again],
      [again, first],
    ]) {
      const ordered = grown(known);
      expect(keysOf(ordered.commits())).toEqual(['a1']);
      expect(namesOf(ordered.commits())).toEqual(['x']);
      expect(ordered.problems()).toEqual([{ kind: 'repeated', commit: ref('b', 1) }]);
      expect(ordered.countedOf('x' as CommandId)).toMatchObject({ sum: again.sum });
    }
  });

  it('[MG8] a try that another writer had seen before the next one counts', () => {
    const tries = [aCommit('a', 1, { command: 'x' }), aCommit('c', 1, { command: 'x', atMs: 20 })];
    const upon = aCommit('b', 1, { atMs: 10, heads: [ref('a', 1)] });
    const later = aCommit('b', 1, { atMs: 30, heads: [ref('a', 1)] });
    expect(order([...tries, upon])).toEqual(['a1', 'b1']);
    expect(order([...tries, later])).toEqual(['c1', 'b1']);
  });

  it('[MG8] which try counts depends on the set alone, each command counts once, and nothing built upon hangs in the air', () => {
    fc.assert(
      fc.property(shuffle(historiesWithTries), ({ all, past, mixed, part }) => {
        const kept = mixed.filter((commit) => part.includes(commit));
        expect(everything(part, grown(kept))).toEqual(everything(part));
        expect(everything(all, grown(mixed))).toEqual(everything(all));
        const counted = orderCommits(all).commits();
        const commands = (commits: readonly LoadedCommit[]) => commits.map(({ commit }) => commit.command.id).sort();
        expect(commands(counted)).toEqual([...new Set(commands(all))].sort());
        const at = new Map(counted.map(({ commit, index }) => [commit.command.id, index]));
        for (const [made, known] of past)
          for (const cause of known)
            if (cause.commit.writer !== made.commit.writer && counted.some(({ sum }) => sum === made.sum))
              expect(at.get(cause.commit.command.id)).toBeLessThanOrEqual(at.get(made.commit.command.id) ?? -1);
      }),
      { numRuns: 300 },
    );
  });

  it('[MG14] a commit that another had seen and that is not here is reported until it comes', () => {
    const [first, last, saw] = [aCommit('a', 1), aCommit('a', 3), aCommit('b', 1, { heads: [ref('a', 3)] })];
    const growing = createCausalOrder();
    for (const commit of [saw, first]) growing.add(commit);
    expect(growing.problems()).toEqual([{ kind: 'missing', commit: ref('a', 2) }]);
    expect(orderCommits([saw]).problems()).toEqual([{ kind: 'missing', commit: ref('a', 1) }]);
    growing.add(last);
    expect(growing.problems()).toEqual([]);
  });

  it('[MG9] two different commits at one place are both kept and reported', () => {
    const [a, b] = [aCommit('a', 1), { ...aCommit('a', 1, { command: 'other', atMs: 3 }), sum: 'another' }];
    const next = aCommit('a', 2);
    for (const known of [
      [a, b, next],
      [next, b, a],
    ]) {
      expect(keysOf(grown(known).commits())).toEqual(['a1', 'a1', 'a2']);
      expect(grown(known).problems()).toEqual([{ kind: 'forked', commit: ref('a', 1) }]);
    }
  });

  it('[MG10] of two copies of one commit the blanked one wins, whichever came first', () => {
    const whole = aCommit('a', 1);
    const event = aNote('a1');
    const blanked = {
      ...whole,
      blanked: [event.id],
      commit: { ...whole.commit, events: [{ ...event, text: '[redacted]' }] },
    } as unknown as LoadedCommit;
    for (const known of [
      [whole, blanked],
      [blanked, whole],
      [blanked, blanked],
    ])
      expect(grown(known).commits()).toMatchObject([blanked]);
    const growing = grown([whole]);
    expect(growing.add(blanked)).toBe('reordered');
    expect(growing.add(blanked)).toBe('none');
  });

  it('[MG11] commits that claim to have seen each other are still all there, in one order', () => {
    const circle = [
      aCommit('a', 1, { heads: [ref('b', 1)] }),
      aCommit('b', 1, { heads: [ref('c', 1)] }),
      aCommit('c', 1, { heads: [ref('a', 1)] }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray([...circle, aCommit('d', 1), aCommit('a', 2)], { minLength: 5 }), (mixed) => {
        const inPlace = mixed.toSorted((x, y) => ((keysOf([x])[0] ?? '') < (keysOf([y])[0] ?? '') ? -1 : 1));
        expect(everything(inPlace, grown(mixed))).toEqual(everything(inPlace));
      }),
    );
  });

  it('[MG12] says whether a commit could be appended or the past changed', () => {
    const growing = createCausalOrder();
    expect(growing.add(aCommit('a', 1, { atMs: 10 }))).toBe('appended');
    expect(growing.add(aCommit('a', 2, { atMs: 5 }))).toBe('appended');
    expect(growing.add(aCommit('b', 1, { atMs: 0 }))).toBe('reordered');
    expect(growing.add(aCommit('b', 1, { atMs: 0 }))).toBe('none');
    expect(growing.add(aCommit('b', 2, { atMs: 0, heads: [ref('a', 2)] }))).toBe('appended');
  });

  it('[MG13] a place that no journal reaches costs nothing and is no parent', () => {
    const far: CommitRef = ref('z', Number.MAX_SAFE_INTEGER);
    const lonely = aCommit('z', Number.MAX_SAFE_INTEGER - 1);
    const known = orderCommits([aCommit('a', 1, { heads: [far] }), lonely]);
    expect(keysOf(known.commits())).toEqual([`z${lonely.commit.seq}`, 'a1']);
  });
});
