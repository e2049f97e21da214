import type { RootContent } from 'mdast';
import { byText } from '../kernel/by-text.ts';
import { formatDuration } from '../kernel/duration.ts';
import { waitedMs } from '../timeline/decisions.ts';
import { formatEntryName } from '../timeline/entry-name.ts';
import type { DecisionOption } from '../timeline/timeline-events.ts';
import type { Decision } from '../timeline/timeline-state.ts';
import { bullets, heading, paragraph, strong, table, text } from './mdast-nodes.ts';
import { type PirContext, writtenBlocks } from './pir-context.ts';

export const decisionsSection = (context: PirContext): readonly RootContent[] => {
  const { timeline } = context.source;
  const made = [...timeline.decisions.values()].sort(byText(({ event }) => event.occurredAt));
  const waiting = [...timeline.waiting.values()];
  return [
    ...(made.length === 0
      ? [paragraph('No decision was recorded.')]
      : made.flatMap((one) => decisionBlocks(context, one))),
    ...(waiting.length === 0
      ? []
      : [
          heading(3, 'Asked and not decided'),
          bullets(waiting.map(({ event }) => `${context.words.clock(event.occurredAt)} ${event.question}`)),
        ]),
    ...writtenBlocks(context, 'decisions', 'How they look now'),
  ];
};

const decisionBlocks = ({ words }: PirContext, decision: Decision): readonly RootContent[] => {
  const { event, asked } = decision;
  const {
    question,
    options,
    chosen,
    because,
    decidedBy,
    consulted = [],
    objections = [],
    userEffect,
    reviewAt,
  } = event;
  const facts: (readonly [string, string | undefined])[] = [
    ['Chosen', chosen],
    ['Because', because ?? 'no reason recorded'],
    ['Decided by', decidedBy],
    ['Asked', asked && `${words.clock(asked.at)} by ${asked.by}, waited ${formatDuration(waitedMs(decision) ?? 0)}`],
    ['Consulted', consulted.join(', ') || undefined],
    ['Objections', objections.join('; ') || undefined],
    ['Users see', userEffect],
    ['To be looked at again', reviewAt && words.clock(reviewAt)],
  ];
  return [
    heading(3, `${words.clock(event.occurredAt)} ${question} (${formatEntryName(event.name)})`),
    bullets(facts.flatMap(([name, value]) => (value ? [[strong(name), text(`: ${value}`)]] : []))),
    options.length > 0 ? optionTable(options, chosen) : paragraph('No options were recorded.'),
  ];
};

const optionTable = (options: readonly DecisionOption[], chosen: string): RootContent =>
  table(
    ['Option', 'Benefit', 'Risk', 'Time', 'Way back'],
    options.map((option) => [
      option.text === chosen ? [strong(option.text), text(' (chosen)')] : option.text,
      option.benefit ?? '',
      option.risk ?? '',
      option.time ?? '',
      option.reversible === undefined ? '' : option.reversible ? 'yes' : 'no',
    ]),
  );
