import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSectionWriting, type OwnText, shownText } from '../../../../renderer/features/review/section-writing.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { IncidentId } from '../../../../shared/record/ids.ts';

const incident = 'INCIDENT' as IncidentId;

/** A record that takes a while, and says no when told to. */
const desk = () => {
  const recorded = new Map<string, string>();
  const drafts = new Map<string, string>();
  const sent: string[] = [];
  let refusal: string | undefined;
  const writing = createSectionWriting({
    execute: (_, { section, markdown }) => {
      sent.push(markdown);
      return new Promise<Result<null, { sentence: string }>>((resolve) => {
        setTimeout(() => {
          if (refusal) return resolve(err({ sentence: refusal }));
          recorded.set(section, markdown.trimEnd());
          resolve(ok(null));
        }, 50);
      });
    },
    saveDraft: (_, key, text) => {
      if (text === '') drafts.delete(key);
      else drafts.set(key, text);
    },
    recorded: (_, section) => recorded.get(section) ?? '',
  });
  writing.open(incident);
  const own = () => writing.store.getState().texts.get('summary');
  const refuseWith = (sentence: string | undefined) => {
    refusal = sentence;
  };
  return { writing, recorded, drafts, sent, own, refuseWith };
};

describe('writing a section of the review', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('[RX14] redacted words leave what is typed here and its draft; what is on record is left to its own redaction', async () => {
    const { writing, drafts, own } = desk();
    const clean = (text: string) => text.replaceAll('Jane Doe', '[redacted]');
    writing.type('summary', 'Jane Doe called');
    expect(writing.clean('OTHER' as IncidentId, clean)).toBe(false);
    expect(writing.clean(incident, clean)).toBe(true);
    expect(own()?.text).toBe('[redacted] called');
    expect(drafts.get('section:summary')).toBe('[redacted] called');
    expect(writing.clean(incident, clean)).toBe(false);
    writing.type('summary', 'Jane Doe again');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(own()?.state).toBe('recorded');
    expect(writing.clean(incident, clean)).toBe(false);
  });

  it('[RW1] text is a draft at once and recorded when typing has paused; then the draft goes', async () => {
    const { writing, drafts, sent, recorded, own } = desk();
    writing.type('summary', 'Pay');
    expect(drafts.get('section:summary')).toBe('Pay');
    await vi.advanceTimersByTimeAsync(1_000);
    writing.type('summary', 'Payments failed.');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(600);
    expect(recorded.get('summary')).toBe('Payments failed.');
    expect(sent).toEqual(['Payments failed.']);
    expect(drafts.size).toBe(0);
    expect(own()?.state).toBe('recorded');
  });

  it('[RW2] a refusal keeps text and draft and says why, until it is recorded', async () => {
    const { writing, drafts, own, refuseWith } = desk();
    refuseWith('The stick is full.');
    writing.type('summary', 'Payments failed.');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(own()).toMatchObject({ text: 'Payments failed.', state: 'typing', problem: 'The stick is full.' });
    expect(drafts.get('section:summary')).toBe('Payments failed.');
    refuseWith(undefined);
    writing.type('summary', 'Payments failed. ');
    expect(own()?.problem).toBe('The stick is full.');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(own()).toEqual({ text: 'Payments failed. ', state: 'recorded', base: '' });
    expect(drafts.size).toBe(0);
  });

  it('[RW3] what is typed while a section is on its way is recorded after it, in order', async () => {
    const { writing, sent, recorded, drafts } = desk();
    writing.type('summary', 'one');
    const first = writing.record('summary');
    await vi.advanceTimersByTimeAsync(10);
    writing.type('summary', 'one two');
    const second = writing.record('summary');
    await vi.advanceTimersByTimeAsync(200);
    expect(await Promise.all([first, second])).toEqual([true, true]);
    expect(sent).toEqual(['one', 'one two']);
    expect(recorded.get('summary')).toBe('one two');
    expect(drafts.size).toBe(0);
  });

  it('[RW3] turning to another incident at once still records what was typed in this one', async () => {
    const { writing, recorded, drafts } = desk();
    writing.type('summary', 'last words');
    const all = writing.recordAll();
    writing.open('OTHER' as IncidentId);
    await vi.advanceTimersByTimeAsync(100);
    expect(await all).toBe(true);
    expect(recorded.get('summary')).toBe('last words');
    expect(drafts.size).toBe(0);
    expect(writing.store.getState().texts.size).toBe(0);
  });

  it('[RW4] what an earlier run left is shown, and recorded only when somebody says so', async () => {
    const { writing, sent, own, recorded } = desk();
    writing.restore('summary', 'left behind');
    expect(own()).toMatchObject({ text: 'left behind', isLeftover: true });
    expect(await writing.recordAll()).toBe(true);
    expect(sent).toEqual([]);
    const said = writing.record('summary');
    await vi.advanceTimersByTimeAsync(100);
    expect(await said).toBe(true);
    expect(recorded.get('summary')).toBe('left behind');
  });

  it('[RW4] a draft that says what is on record already is no news', () => {
    const { writing, own, recorded } = desk();
    recorded.set('summary', 'same');
    writing.restore('summary', 'same\n');
    expect(own()).toBeUndefined();
  });

  it('[RW2] leaving asks for everything and tells when something is left', async () => {
    const { writing, refuseWith } = desk();
    refuseWith('Read only.');
    writing.type('summary', 'a');
    writing.type('surprises', 'b');
    const all = writing.recordAll();
    await vi.advanceTimersByTimeAsync(100);
    expect(await all).toBe(false);
  });

  it('[RW2] dropping a text takes its draft along', () => {
    const { writing, drafts, own } = desk();
    writing.type('summary', 'a');
    writing.discard('summary');
    expect(own()).toBeUndefined();
    expect(drafts.size).toBe(0);
  });
});

describe('what the editor shows', () => {
  const own = (given: Partial<OwnText>): OwnText => ({ text: 'mine ', state: 'recorded', base: 'old', ...given });

  it('[RW5] is the record, until somebody types here', () => {
    expect(shownText(undefined, 'on record')).toBe('on record');
    expect(shownText(own({ state: 'typing' }), 'on record')).toBe('mine ');
  });

  it('[RW5] keeps the space that was just typed, also before the commit has arrived', () => {
    expect(shownText(own({}), 'mine')).toBe('mine ');
    expect(shownText(own({}), 'old')).toBe('mine ');
  });

  it('[RW5] gives way to what somebody else recorded later', () => {
    expect(shownText(own({}), 'theirs')).toBe('theirs');
  });
});
