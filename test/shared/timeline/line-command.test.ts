import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLine } from '../../../shared/timeline/line-command.ts';
import { type LineIntent, lineWords, wordAliases } from '../../../shared/timeline/line-intent.ts';
import { lineContext } from '../../support/line-context.ts';

const parse = (line: string) => {
  const { line: whole, ...meaning } = parseLine(line, lineContext());
  expect(whole).toBe(line);
  return meaning;
};

describe('a line without a command', () => {
  it.each([
    ['p99 4.2 s', { intent: 'entry', kind: 'observation', text: 'p99 4.2 s' }],
    ['10:28 p99 4.2 s', { intent: 'entry', kind: 'observation', text: 'p99 4.2 s', clock: '10:28' }],
    ['@9:05:30 p99', { intent: 'entry', kind: 'observation', text: 'p99', clock: '9:05:30' }],
    ['24:10 is no time', { intent: 'entry', kind: 'observation', text: '24:10 is no time' }],
    ['10:28pm is text', { intent: 'entry', kind: 'observation', text: '10:28pm is text' }],
    ['two\n  lines', { intent: 'entry', kind: 'observation', text: 'two\n  lines' }],
    ['TODO check logs', { intent: 'entry', kind: 'todo', text: 'TODO check logs' }],
  ])('[LN1] "%s" is an entry, a leading time of day is its time', (line, expected) => {
    expect(parse(line)).toEqual(expected);
  });

  it('[LN2] an unknown !word is a note with the whole text', () => {
    expect(parse('!deploy  orders 4.1')).toEqual({ intent: 'entry', kind: 'note', text: '!deploy  orders 4.1' });
    expect(parse('!constructor x')).toEqual({ intent: 'entry', kind: 'note', text: '!constructor x' });
    expect(parse('10:28 !deploy x')).toEqual({ intent: 'entry', kind: 'note', text: '!deploy x', clock: '10:28' });
  });

  it('[LN3] an empty line and a lone time say what they lack', () => {
    expect(parse('  ')).toMatchObject({ intent: 'unfinished', word: '', missing: 'text' });
    expect(parse('10:28')).toMatchObject({ intent: 'unfinished', missing: 'text', clock: '10:28' });
  });
});

describe('commands', () => {
  it.each([
    ['!obs p99 4.2 s', { intent: 'entry', kind: 'observation', text: 'p99 4.2 s' }],
    ['!note said in the call', { intent: 'entry', kind: 'note', text: 'said in the call' }],
    ['!TODO tell Bob', { intent: 'entry', kind: 'todo', text: 'tell Bob' }],
    ['!hyp DNS', { intent: 'hypothesis', text: 'DNS' }],
    ['!clock 3m fast NTP', { intent: 'clock-error', errorMs: 180_000, against: 'NTP' }],
    ['!clock 20s slow against the wall clock', { intent: 'clock-error', errorMs: -20_000, against: 'the wall clock' }],
    ['!start Checkout fails', { intent: 'start', title: 'Checkout fails' }],
    ['!ack', { intent: 'ack', text: '' }],
    ['!ack 10:02', { intent: 'ack', clock: '10:02', text: '' }],
    ['10:05 !ack 10:02 by phone', { intent: 'ack', clock: '10:02', text: 'by phone' }],
    ['10:02 !ack by phone', { intent: 'ack', text: 'by phone', clock: '10:02' }],
    ['!sev 2 many users', { intent: 'severity', severity: 'SEV2', reason: 'many users' }],
    ['!sev sev1', { intent: 'severity', severity: 'SEV1', reason: '' }],
    ['!impact part EU only', { intent: 'impact', level: 'partial', text: 'EU only' }],
    [
      '!impact part 38 % of payments fail; reach 2 900 customers',
      { intent: 'impact', level: 'partial', text: '38 % of payments fail', scope: '2 900 customers' },
    ],
    ['!impact full reach: all of EU', { intent: 'impact', level: 'full', text: '', scope: 'all of EU' }],
    ['!impact full nobody can reach us', { intent: 'impact', level: 'full', text: 'nobody can reach us' }],
    ['!upd public', { intent: 'update', audience: 'public', text: '' }],
    ['!promise public 10:30', { intent: 'promise', audience: 'public', until: '10:30' }],
    [
      '!inside the vendor said no',
      { intent: 'entry', kind: 'note', visibility: 'restricted', text: 'the vendor said no' },
    ],
    [
      '!dec fail over because the primary is lost',
      { intent: 'decision', chosen: 'fail over', because: 'the primary is lost' },
    ],
    ['!dec wait', { intent: 'decision', chosen: 'wait', because: '' }],
    [
      '!milestone identified 10:12 by log',
      { intent: 'milestone', milestone: 'identified', clock: '10:12', rest: 'by log' },
    ],
    ['10:12 !phase fix', { intent: 'milestone', milestone: 'fixed', clock: '10:12', rest: '' }],
    ['!done #A-12 lag is 0', { intent: 'done', entry: 'e12', result: 'lag is 0' }],
    ['!done 12', { intent: 'done', entry: 'e12', result: '' }],
    ['10:20 !done a-13 Bob knows', { intent: 'answer', todo: 'e13', result: 'Bob knows', clock: '10:20' }],
    ['!fix a-13 p99 4.0 s', { intent: 'fix-entry', entry: 'e13', text: 'p99 4.0 s' }],
  ])('[LN4] "%s"', (line, expected) => {
    expect(parse(line)).toEqual(expected);
  });

  it.each([
    ['!alert fire errors 12 %', { alert: { class: 'fire', paged: true }, text: 'errors 12 %' }],
    ['!alert Smoke latency up', { alert: { class: 'smoke', paged: false }, text: 'latency up' }],
    ['!alert fire-unpaged errors', { alert: { class: 'fire', paged: false }, text: 'errors' }],
    ['!alert fire rule:5xx errors', { alert: { class: 'fire', paged: true, rule: '5xx' }, text: 'errors' }],
    ['!alert flood in the cellar', { text: 'flood in the cellar' }],
    ['!alert constructor x', { text: 'constructor x' }],
  ])('[LN25] "%s" is an alert; what is no class is text', (line, expected) => {
    expect(parse(line)).toEqual({ intent: 'entry', kind: 'alert', ...expected });
  });

  it.each([
    ['!task @bob 10m check it', { owner: 'Bob Ray', timeBoxMs: 600_000, text: 'check it' }],
    ['!act @Bob Ray 1h30m check it', { owner: 'Bob Ray', timeBoxMs: 5_400_000, text: 'check it' }],
    ['!task @bob: check it', { owner: 'Bob Ray', text: 'check it' }],
    ['!task @ann lee 90s check it', { owner: 'Ann Lee', timeBoxMs: 90_000, text: 'check it' }],
    ['!task @zoe check it', { owner: 'Zoë Ångström', text: 'check it' }],
    ['!task @newcomer check it', { owner: 'newcomer', text: 'check it' }],
    ['!task @bob 10 files to check', { owner: 'Bob Ray', text: '10 files to check' }],
  ])('[LN5] "%s" gives a task', (line, expected) => {
    expect(parse(line)).toEqual({ intent: 'task', ...expected });
  });

  it.each([
    ['!role ic @bob', { role: 'ic', person: 'Bob Ray', reason: '' }],
    ['!role lead Ann Ray she knows it', { role: 'lead', person: 'Ann Ray', reason: 'she knows it' }],
    ['!role sc bob', { role: 'scribe', person: 'Bob Ray', reason: '' }],
    ['!role ic Dee Oz', { role: 'ic', person: 'Dee Oz', reason: '' }],
  ])('[LN6] "%s" names a person for a role', (line, expected) => {
    expect(parse(line)).toEqual({ intent: 'role', ...expected });
  });

  it.each([
    ['!obs', 'text'],
    ['!hyp ', 'text'],
    ['!start', 'text'],
    ['!dec', 'text'],
    ['!sev', 'severity'],
    ['!sev 9 why', 'severity'],
    ['!sev s', 'severity'],
    ['!impact', 'impact'],
    ['!upd nobody', 'audience'],
    ['!promise', 'audience'],
    ['!promise public', 'time'],
    ['!promise public 10:30 by phone', 'time'],
    ['!alert fire', 'text'],
    ['!inside', 'text'],
    ['!milestone', 'milestone'],
    ['!role', 'role'],
    ['!role s', 'role'],
    ['!role ic', 'person'],
    ['!role ic @ann', 'person'],
    ['!task', 'person'],
    ['!task check the disk', 'person'],
    ['!task @bob', 'text'],
    ['!task @bob 10m', 'text'],
    ['!done', 'entry'],
    ['!done a-99 x', 'entry'],
    ['!fix a-12', 'text'],
  ])('[LN7] "%s" says that it lacks the %s', (line, missing) => {
    expect(parse(line)).toMatchObject({ intent: 'unfinished', missing, hint: expect.stringMatching(/[.?]$/) });
  });
});

describe('any line at all', () => {
  const word = fc.constantFrom(
    ...[
      ...Object.keys(lineWords),
      ...Object.keys(wordAliases),
      '!x',
      '!',
      '10:28',
      '@10:28',
      '@bob',
      '@',
      'ic',
      '2',
      '10m',
      'a-12',
    ],
    ...['full', 'fixed', 'public', 'because', 'TODO', '@Ann Lee', '\n', '#'],
  );
  const anyLine = fc
    .array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 8 })
    .map((words) => words.join(' '));

  it('[LN8] is read without an error, and no word of it is lost', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const intent = parseLine(line, lineContext());
        expect(intent.line).toBe(line);
        if (intent.intent === 'unfinished') return;
        // The free text is the end of the line as typed; before it stand only words that were understood.
        const tail = tailOf(intent);
        expect(line.trim().endsWith(tail)).toBe(true);
        const understood = line.trim().slice(0, line.trim().length - tail.length);
        expect(wordCount(understood)).toBeLessThanOrEqual(mostUnderstoodWords);
      }),
      { numRuns: 2_000 },
    );
  });

  it('[LN9] without a known command it is kept word for word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (line) => {
        fc.pre(line.trim() !== '' && !/^\s*([!@]|\d)/.test(line));
        expect(parseLine(line, lineContext())).toMatchObject({ intent: 'entry', text: line.trim() });
      }),
    );
  });

  // Time of day, command, `@First Last` and a time-box.
  const mostUnderstoodWords = 5;
  const wordCount = (text: string) => text.split(/\s+/).filter((part) => part !== '').length;
  const tailOf = (intent: Exclude<LineIntent, { intent: 'unfinished' }>): string => {
    switch (intent.intent) {
      case 'start':
        return intent.title;
      case 'severity':
        return intent.reason;
      case 'promise':
        return intent.until;
      case 'role':
        return intent.reason === '' && intent.line.trim().endsWith(intent.person) ? intent.person : intent.reason;
      case 'done':
      case 'answer':
        return intent.result;
      case 'clock-error':
        return intent.against;
      case 'milestone':
        return intent.rest;
      case 'decision':
        expect(intent.line).toContain(intent.chosen);
        return intent.because === ''
          ? intent.chosen
          : intent.line.trim().slice(intent.line.trim().indexOf(intent.chosen));
      default:
        return intent.text;
    }
  };
});
