import { describe, expect, test } from 'vitest';
import { placeholders, placeholdersIn } from '../../../shared/playbook/placeholders.ts';
import { type Fact, type Facts, filled, missing } from '../../../shared/updates/fact.ts';
import { render } from '../../../shared/updates/render.ts';
import { testPlaybook } from '../../support/updates-world.ts';

const facts = (...list: readonly Fact[]): Facts => new Map(list.map((fact) => [fact.name, fact]));
const say = (name: Fact['name'], text: string) => missing(name, 'say', text, 'record');
const gone = (name: Fact['name']) => missing(name, 'omit-sentence', '', 'record');
const textOf = (text: string, ...list: readonly Fact[]) => render({ text }, facts(...list)).text;

describe('render', () => {
  test('[TP8] parts have ranges without gaps and name their facts', () => {
    const { text, parts } = render(
      { text: 'IC {{ic}}, lead {{rl}}.', publicWord: 'Monitoring', tail: 'Bye.' },
      facts(filled('ic', 'Ann', 'role'), say('rl', 'not yet assigned')),
    );
    expect(text).toBe('Monitoring. IC Ann, lead not yet assigned. Bye.');
    expect(parts.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['literal', 'Monitoring. IC '],
      ['filled', 'Ann'],
      ['literal', ', lead '],
      ['missing', 'not yet assigned'],
      ['literal', '. Bye.'],
    ]);
  });

  test('[TP9] a missing fact takes its sentence or its line with it, and is still listed', () => {
    const template = 'One {{id}}. Two {{remaining}}. Three.\n{{relapseOf}} was first.\nLast.';
    const found = render(
      { text: template },
      facts(filled('id', 'X', ''), gone('remaining'), missing('relapseOf', 'omit-line', '', 'link')),
    );
    expect(found.text).toBe('One X. Three.\nLast.');
    expect(found.missing.map(({ name }) => name)).toEqual(['remaining', 'relapseOf']);
  });

  test('[TP9] a fact written as a sentence is one of its own, with one full stop', () => {
    const template = '{{components}}: {{impactPublic}} This affects {{scopePublic}}. {{notAffected}}';
    const known = [filled('components', 'Pay', ''), filled('scopePublic', '38 %', '')];
    expect(textOf(template, ...known, filled('impactPublic', 'cards fail', ''), gone('notAffected'))).toBe(
      'Pay: cards fail. This affects 38 %.',
    );
    expect(textOf('Data: {{dataImpact}}. Next.', filled('dataImpact', 'All safe.', ''))).toBe('Data: All safe. Next.');
    expect(textOf('Found. Until then: {{workaround}}', gone('workaround'))).toBe('Found.');
  });

  test('[TP8] words for a missing fact begin a sentence with a capital and repeat no word', () => {
    expect(textOf('{{components}}: down.', say('components', 'one of our services'))).toBe(
      'One of our services: down.',
    );
    expect(textOf('Review {{pirDate}}.', say('pirDate', 'review being scheduled'))).toBe('Review being scheduled.');
    expect(textOf('Watching until {{monitorUntil}}.', say('monitorUntil', 'until stable'))).toBe(
      'Watching until stable.',
    );
  });

  test('[TP7] an unknown placeholder is blocked, never left', () => {
    const found = render({ text: 'A {{nonsense}} b.' }, new Map());
    expect(found.text).toBe('A [nonsense is not known] b.');
    expect(found.blocked).toHaveLength(1);
  });
});

describe('every text of the playbook', () => {
  const all = testPlaybook.templates.map(
    (template) => [`${template.audience} ${template.situation}`, template] as const,
  );
  const everything = facts(...placeholders.map((name) => filled(name, `<${name}>`, 'record')));
  const policies = ['say', 'omit-sentence', 'omit-line', 'blocked'] as const;

  test.each(all)('[TP8] %s with all facts holds each of them', (_name, { text }) => {
    const found = render({ text, tail: testPlaybook.nextUpdateLine }, everything);
    for (const name of [...placeholdersIn(text), 'nextUpdateAt']) expect(found.text).toContain(`<${name}>`);
    expect(found.text).not.toMatch(/[{}]{2}/);
    expect(found.missing).toEqual([]);
  });

  test.each(all)('[TP8] %s with no fact leaves no placeholder, whatever the policy', (_name, { text }) => {
    for (const policy of policies) {
      const nothing = facts(...placeholders.map((name) => missing(name, policy, 'not there', 'record')));
      const found = render({ text, tail: testPlaybook.nextUpdateLine }, nothing);
      expect(found.text).not.toMatch(/[{}]{2}|\.\.|\s{2}| \./);
      expect(new Set(found.missing.map(({ name }) => name))).toEqual(
        new Set([...placeholdersIn(text), 'nextUpdateAt']),
      );
    }
  });
});
