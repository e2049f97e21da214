import { currentClaim } from '../lifecycle/current-claim.ts';
import type { Phase } from '../lifecycle/lifecycle.ts';
import type { PlaceholderName } from '../playbook/placeholders.ts';
import { redactedText } from '../record/event.ts';
import { hypothesisBoard } from '../timeline/hypotheses.ts';
import { openTasks } from '../timeline/tasks.ts';
import type { DecisionOption } from '../timeline/timeline-events.ts';
import { blocked, type Fact, factOf, omitSentence, say } from './fact.ts';
import { type FactContext, statedText } from './fact-context.ts';
import { shortened, sinceLast } from './since-last.ts';

/** Cause, work in flight, decisions, the change entry (domain.md 5.5). */
export const workFacts = (context: FactContext): readonly Fact[] => [
  ...causeFacts(context),
  ...progressFacts(context),
  ...decisionFacts(context),
  ...changeFacts(context),
];

// Only what was confirmed: a guess stays in the chat, whatever the phase says.
const causeFacts = (context: FactContext): readonly Fact[] => {
  const { lifecycle, timeline } = context.input;
  const confirmed = hypothesisBoard(timeline).confirmed.at(-1);
  const plain = statedText(context, 'causePlain') ?? confirmed?.plainText;
  const evidence = currentClaim(lifecycle, 'identified')?.evidence ?? [];
  return [
    factOf('cause', confirmed?.event.text, 'confirmed hypothesis', blocked('no hypothesis confirmed')),
    factOf(
      'causePlain',
      confirmed && plain,
      'confirmed hypothesis, plain words',
      blocked('cause not confirmed in plain words'),
    ),
    factOf('evidence', evidence.join(', '), 'milestone identified', say('to follow')),
  ];
};

const phaseWords: Readonly<Record<Phase, string>> = {
  detect: 'confirming what is wrong',
  triage: 'assessing the extent',
  identify: 'looking for the cause',
  fix: 'working on the repair',
  recover: 'watching the recovery',
  resolve: 'following up',
};

const progressFacts = (context: FactContext): readonly Fact[] => {
  const { input, now } = context;
  const open = openTasks(input.timeline, now, input.playbook.settings).filter(({ text }) => text !== redactedText);
  const tasks = open.map(({ text, owner }) =>
    // Outsiders are told what is done, not by whom.
    context.audience === 'public' || context.audience === 'support' ? text : `${text} (${owner})`,
  );
  return [
    factOf('actions', shortened(tasks), 'open tasks', say('investigation continues')),
    factOf('sinceLast', sinceLast(context), 'changes since the last update', say('no new findings')),
    factOf('phaseText', phaseWords[input.lifecycle.phase], 'phase', blocked('phase')),
  ];
};

const decisionFacts = ({ input }: FactContext): readonly Fact[] => {
  const decision = [...input.timeline.decisions.values()].at(-1)?.event;
  const waiting = [...input.timeline.waiting.values()].at(-1)?.event;
  const otherwise = say(decision ? 'not recorded' : 'none pending');
  const fact = (name: PlaceholderName, value: string | undefined) => factOf(name, value, 'last decision', otherwise);
  return [
    fact('options', optionWords(waiting?.options ?? decision?.options ?? [])),
    fact('decision', decision?.chosen),
    fact('reason', decision?.because),
    decision && !decision.userEffect
      ? factOf('effect', undefined, 'last decision', omitSentence)
      : fact('effect', decision?.userEffect),
  ];
};

const changeFacts = (context: FactContext): readonly Fact[] => {
  const { fix } = context.input.lifecycle;
  const otherwise = context.audience === 'chat' ? say('not recorded') : omitSentence;
  const fact = (name: PlaceholderName, value: string | undefined) => factOf(name, value, 'change entry', otherwise);
  return [
    fact('fix', fix?.change),
    fact('fixCheck', fix?.check),
    fact('rollback', fix?.rollback),
    fact('remaining', statedText(context, 'remaining')),
    fact('temporary', statedText(context, 'temporary')),
  ];
};

const optionWords = (options: readonly DecisionOption[]): string => options.map(({ text }) => text).join(' / ');
