import type { RootContent } from 'mdast';
import { countOf } from '../kernel/words.ts';
import { findFactorWords } from '../playbook/find-in-playbook.ts';
import { bullets, heading, monospace, paragraph, strong, table, text } from './mdast-nodes.ts';
import { isOpenAction, isOverdue } from './open-actions.ts';
import { openTodos } from './open-todos.ts';
import { commentBlocks, isSectionWritten, type PirContext, writtenBlocks } from './pir-context.ts';
import type { Action, Factor } from './review-state.ts';
import { ageInDays, rowName } from './review-words.ts';

export const factorsSection = (context: PirContext): readonly RootContent[] => {
  const { review, playbook } = context.source;
  const factors = [...review.factors.values()];
  if (factors.length === 0) return writtenBlocks(context, 'factors');
  const rows = factors.map((factor) => [
    factor.text,
    findFactorWords(playbook, factor.category),
    effectWords[factor.effect],
    entryNames(context, factor),
  ]);
  return [
    paragraph(`${countOf(factors.length, 'contributing factor')}; no single cause.`),
    table(['Factor', 'Where it acted', 'Effect', 'Entries'], rows),
    heading(3, 'Count by category'),
    table(['Category', 'Made worse', 'Helped'], countRows(factors)),
    ...commentBlocks(context, 'factors'),
  ];
};

const effectWords = { 'made-worse': 'made worse', 'made-better': 'helped' } as const;

const entryNames = ({ source }: PirContext, { entries }: Factor): string =>
  entries.map((event) => rowName(source, event) ?? 'an event').join(', ') || 'none';

/** By the practice that the taxonomy's first word names: prevent, detect, triage and so on. */
const countRows = (factors: readonly Factor[]): readonly (readonly string[])[] => {
  const categories = [...new Set(factors.map(({ category }) => category.split('.')[0] ?? category))];
  return categories.map((category) => {
    const inside = factors.filter((factor) => factor.category.split('.')[0] === category);
    const helped = inside.filter(({ effect }) => effect === 'made-better').length;
    return [category, String(inside.length - helped), String(helped)];
  });
};

export const surprisesSection = (context: PirContext): readonly RootContent[] => {
  const { source, words } = context;
  const open = openTodos(source);
  return [
    ...(open.length === 0
      ? []
      : [
          heading(3, 'To-dos without an answer'),
          bullets(open.map(({ at, text: todo }) => `${words.clock(at)} ${todo}`)),
        ]),
    ...writtenBlocks(context, 'surprises', open.length === 0 ? undefined : 'Surprises and questions'),
  ];
};

export const actionsSection = (context: PirContext): readonly RootContent[] => {
  const { review, now } = context.source;
  const actions = [...review.actions.values()];
  if (actions.length === 0) return writtenBlocks(context, 'actions');
  const open = actions.filter(isOpenAction);
  const overdue = open.filter((action) => isOverdue(action, now));
  const must = open.filter(({ mustBeforeResolve }) => mustBeforeResolve);
  return [
    paragraph(
      `${open.length} of ${actions.length} open${overdue.length > 0 ? `, ${overdue.length} overdue` : ''}` +
        `${must.length > 0 ? `, ${must.length} must be done before Resolve` : ''}.`,
    ),
    table(
      ['Action', 'Type', 'Owner', 'Due', 'Priority', 'State', 'Age'],
      actions.map((action) => actionRow(context, action)),
    ),
    ...commentBlocks(context, 'actions'),
  ];
};

const actionRow = ({ source }: PirContext, action: Action) => [
  [
    text(action.text),
    ...(action.mustBeforeResolve ? [text(' '), strong('(must before Resolve)')] : []),
    ...(action.ticket ? [text(' '), monospace(action.ticket)] : []),
  ],
  action.actionType,
  action.owner ?? 'nobody yet',
  `${action.due ?? 'no date'}${isOverdue(action, source.now) ? ', overdue' : ''}`,
  action.priority ?? '',
  stateWords(action),
  countOf(ageInDays(action.addedAt, source.now), 'day'),
];

const stateWords = ({ state, declinedBecause, doneEvidence }: Action): string => {
  if (state === 'declined') return `declined: ${declinedBecause ?? 'no reason given'}`;
  return state === 'done' && doneEvidence ? `done: ${doneEvidence}` : state;
};

export const similarSection = (context: PirContext): readonly RootContent[] => {
  const { similar } = context.source;
  const none = paragraph('No earlier incident of the same service or factor in this library.');
  if (similar.length === 0)
    return [
      none,
      ...(isSectionWritten(context.source, 'similar-incidents') ? writtenBlocks(context, 'similar-incidents') : []),
    ];
  const rows = similar.map(({ name, title, severity, failureAt, because, openActions }) => [
    `${name} ${title}`,
    severity ?? '',
    failureAt ? context.words.date(failureAt) : 'not recorded',
    because,
    openActions.length === 0
      ? 'none'
      : openActions
          .map((action) => `${action.text} (${action.owner ?? 'nobody'}, ${action.due ?? 'no date'})`)
          .join('; '),
  ]);
  return [
    table(['Incident', 'Severity', 'Began', 'In common', 'Actions still open'], rows),
    ...writtenBlocks(context, 'similar-incidents', 'Relevance'),
  ];
};
