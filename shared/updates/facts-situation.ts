import { impactLevel, impactScope, impactText } from '../lifecycle/current-impact.ts';
import { componentStatus } from '../lifecycle/public-status.ts';
import type { PlaceholderName } from '../playbook/placeholders.ts';
import { type Fact, factOf, omitSentence, say } from './fact.ts';
import { type FactContext, statedText } from './fact-context.ts';
import type { SituationField } from './updates-events.ts';

/** Services, impact, situation board, regulator form (domain.md 5.5). */
export const situationFacts = (context: FactContext): readonly Fact[] => {
  const { audience } = context;
  const stated = (field: SituationField, otherwise: Parameters<typeof factOf>[3]) =>
    factOf(field, statedText(context, field), 'situation board', otherwise);
  const underInvestigation = say('under investigation');
  return [
    ...serviceFacts(context),
    ...impactFacts(context),
    stated('symptoms', say('errors or delays')),
    stated('trend', say('unclear')),
    notAffectedFact(context),
    stated('businessImpact', say('being assessed')),
    stated('workaround', audience === 'public' ? omitSentence : say('none known yet')),
    stated('tickets', say('waiting for us')),
    stated('known', say('nothing confirmed yet')),
    stated('unknown', say('cause and extent')),
    stated('needs', say('nothing now')),
    ...(['nature', 'malicious', 'crossBorder', 'affectedCounts', 'consequences', 'measures'] as const).map((field) =>
      stated(field, underInvestigation),
    ),
  ];
};

const serviceFacts = ({ input }: FactContext): readonly Fact[] => {
  const { lifecycle, playbook } = input;
  const services = lifecycle.services.map((named) => ({
    named,
    known: playbook.services.find(({ id, name }) => id === named || name === named),
  }));
  const inside = services.map(({ named, known }) => known?.name ?? named);
  // A name that the playbook does not release for outsiders stays inside.
  const outside = services.flatMap(({ known }) => known?.publicName ?? []);
  const unnamed = services.filter(({ known }) => !known?.publicName).map(({ named }) => named);
  const warn = unnamed.length > 0 ? `The playbook has no public name for ${unnamed.join(', ')}.` : undefined;
  return [
    factOf('services', listWords(inside), 'service list', say('a service under investigation')),
    factOf('components', listWords(outside), 'service list, public names', say('one of our services', warn)),
  ];
};

const impactFacts = (context: FactContext): readonly Fact[] => {
  const { lifecycle } = context.input;
  const level = impactLevel(lifecycle);
  const [text, scope] = [impactText(lifecycle), impactScope(lifecycle)];
  const fact = (name: PlaceholderName, value: string | undefined, otherwise: string, source = 'impact') =>
    factOf(name, value, source, say(otherwise));
  return [
    fact('impact', text, 'effect being assessed'),
    fact(
      'impactPublic',
      statedText(context, 'impactPublic') ?? text,
      'effect being assessed',
      'impact as users feel it',
    ),
    fact('impactLevel', level && componentStatus(level), 'unknown level'),
    fact('scope', scope, 'number not yet known', 'reach numbers'),
    fact('scopePublic', statedText(context, 'scopePublic') ?? scope, 'some users', 'reach numbers'),
  ];
};

// Elsewhere the template says what the list is; in public it stands alone and has to be a sentence.
const notAffectedFact = (context: FactContext): Fact => {
  const text = statedText(context, 'notAffected');
  const alone = context.audience === 'public' && text !== undefined && !/[.!?]$/.test(text.trim());
  return factOf('notAffected', alone ? `Not affected: ${text}.` : text, 'situation board', omitSentence);
};

/** `A`, `A and B`, `A, B and C`. */
const listWords = (items: readonly string[]): string | undefined =>
  items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${items.at(-1)}` : items[0];
