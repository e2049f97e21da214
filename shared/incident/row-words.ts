import { formatDuration } from '../kernel/duration.ts';
import { capital } from '../kernel/words.ts';
import { milestoneWords } from '../lifecycle/lifecycle.ts';
import { findAudienceName, findFactorWords, findRoleName } from '../playbook/find-in-playbook.ts';
import type { Playbook } from '../playbook/playbook.ts';
import type { StoredEvent } from '../record/event.ts';
import type { EventId } from '../record/ids.ts';
import { clockErrorWords } from '../timeline/clock-error-words.ts';
import { formatEntryName } from '../timeline/entry-name.ts';
import { situationFieldWords } from '../updates/situation-words.ts';
import type { IncidentEvent } from './incident-event.ts';
import type { IncidentState } from './incident-state.ts';
import type { RowKind } from './row-kind.ts';
import { closedWords, dataWords, entryWords, judgedWords, levelWords, phaseWords, recoveryWords } from './words.ts';

export interface RowWords {
  readonly kind: RowKind;
  readonly word: string;
  readonly text: string;
  /** Set where it is somebody else than who typed. */
  readonly who?: string;
  /** Told in the review unless somebody takes the star away. */
  readonly key?: boolean;
}

/** What an event says in one line, in the words of domain.md; nothing here decides anything. */
export const rowWords = (event: IncidentEvent, state: IncidentState, playbook: Playbook): RowWords => {
  switch (event.type) {
    case 'ClockErrorStated':
      return row('system', 'Clock', `${clockErrorWords(event)} Figures keep the recorded times.`);
    case 'IncidentDeclared':
      return row(
        'system',
        'Declared',
        sentence([event.title, event.drill && 'EXERCISE', foundBy(event.detection)]),
        true,
      );
    case 'IncidentDetailsChanged':
      return row(
        'system',
        'Details',
        joined([
          event.title && `title: ${event.title}`,
          event.key && `id: ${event.key}`,
          event.services && `services: ${event.services.join(', ')}`,
          foundBy(event.detection),
        ]),
      );
    case 'MilestoneReached':
      return row(
        'milestone',
        milestoneWords[event.milestone],
        sentence([
          event.fix && `${event.fix.change}; check: ${event.fix.check}`,
          event.evidence?.join('; '),
          event.reason,
          rangeText(event),
        ]),
        true,
      );
    case 'MilestoneCorrected':
      return row(
        'milestone',
        milestoneWords[event.milestone],
        sentence(['Corrected', event.evidence?.join('; '), event.reason, rangeText(event)]),
        true,
      );
    case 'MilestoneWithdrawn':
      return row('milestone', event.how === 'fix-failed' ? 'Fix failed' : 'Diagnosis withdrawn', event.reason, true);
    case 'MilestoneSkipped':
      return row('milestone', 'Skipped', `${milestoneWords[event.milestone]}: ${event.reason}`);
    case 'PhaseMoved':
      return row('milestone', 'Phase', `Now ${phaseWords[event.phase]}: ${event.reason}`);
    case 'SeverityChanged':
      return row(
        'severity',
        'Severity',
        told(event.provisional ? `${event.severity}, for now` : event.severity, event.reason),
        true,
      );
    case 'ImpactChanged':
      return row(
        'impact',
        'Impact',
        told(joined([levelWords[event.level], event.service]), joined([event.text, event.scope])),
        true,
      );
    case 'IncidentReopened':
      return row('milestone', 'Reopened', event.reason, true);
    case 'IncidentClosed':
      return row('milestone', closedWords[event.as], event.reason, true);
    case 'ObjectivesSet':
      return row(
        'fact',
        'Objectives',
        sentence([
          event.dataset,
          event.rpoMs && `RPO ${formatDuration(event.rpoMs)}`,
          event.rtoMs && `RTO ${formatDuration(event.rtoMs)}`,
          event.mtpdMs && `MTPD ${formatDuration(event.mtpdMs)}`,
          event.minService && `minimum service: ${event.minService}`,
        ]),
      );
    case 'RecoveryInstantRecorded':
      return row(
        'fact',
        'Recovery',
        sentence([`${event.dataset}: ${recoveryWords[event.instant] ?? event.instant}`, event.reason]),
        true,
      );
    case 'RestoreProgressNoted':
      return row('fact', 'Restore', `${event.dataset}: ${event.text}`);
    case 'RegulatorInstantRecorded':
      return row('fact', 'Regulator', sentence([event.instant === 'awareAt' ? 'Aware' : event.instant, event.reason]));
    case 'EntryRecorded':
      return { ...row(event.kind, entryWords[event.kind], event.text), ...(event.actor ? { who: event.actor } : {}) };
    case 'DecisionAsked':
      return { ...row('decision', 'Asked', event.question), ...(event.askedBy ? { who: event.askedBy } : {}) };
    case 'DecisionMade':
      return {
        ...row(
          'decision',
          'Decided',
          sentence([event.because ? `${event.chosen}, because ${event.because}` : event.chosen]),
          true,
        ),
        who: event.decidedBy,
      };
    case 'HypothesisProposed':
      return {
        ...row('hypothesis', 'Hypothesis', sentence([event.text, event.test && `Test: ${event.test}`])),
        ...(event.owner ? { who: event.owner } : {}),
      };
    case 'HypothesisJudged':
      return row(
        'hypothesis',
        judgedWords[event.state],
        // A cause given with its milestone is both: it is said once.
        sentence([...new Set([state.timeline.hypotheses.get(event.hypothesis)?.event.text, event.result])]),
        true,
      );
    case 'TaskGiven':
      return {
        ...row(
          'task',
          'Task',
          sentence([event.text, event.timeBoxMs && `Time-box ${formatDuration(event.timeBoxMs)}`]),
        ),
        who: event.owner,
      };
    case 'TaskExtended':
      return row(
        'task',
        'Task',
        sentence([`${taskText(state, event.task)}: ${formatDuration(event.timeBoxMs)} more`, event.reason]),
      );
    case 'TaskFinished':
      return row(
        'task',
        event.outcome === 'done' ? 'Done' : 'Dropped',
        sentence([taskText(state, event.task), event.result]),
      );
    case 'TodoClosed':
      return row('todo', 'Answered', sentence([todoName(state, event.todo), event.result]));
    case 'RoleAssigned':
      return row(
        'role',
        'Role',
        event.person
          ? `${findRoleName(playbook, event.role)}: ${event.person}`
          : `${findRoleName(playbook, event.role)} is open`,
      );
    case 'HandoffOffered':
      return row('role', 'Hand-off', `${findRoleName(playbook, event.role)} offered to ${event.to}`);
    case 'HandoffAccepted':
      return row(
        'role',
        'Hand-off',
        `${event.to} has taken over as ${findRoleName(playbook, event.role)} from ${event.from || 'nobody'}`,
        true,
      );
    case 'HandoffCancelled':
      return row('role', 'Hand-off', sentence(['Offer withdrawn', event.reason]));
    case 'PersonJoined':
      return row('role', 'Joined', sentence([event.person, event.task]));
    case 'PersonLeft':
      return row('role', 'Left', sentence([event.person, event.reason]));
    case 'ChecklistItemDone':
      return row('checklist', 'Checked', event.text);
    case 'ChecklistItemSkipped':
      return row('checklist', 'Skipped', sentence([event.text, event.reason]));
    case 'ChecklistItemUndone':
      return row('checklist', 'Unchecked', event.text);
    case 'SituationChanged':
      return row('fact', 'Stated', `${situationFieldWords[event.field]}: ${event.text || 'taken back'}`);
    case 'DataStatementMade':
      return row('fact', 'Data', sentence([dataWords[event.data], event.text]), true);
    case 'UpdateSent':
      return row(
        'update',
        event.corrects ? 'Corrected' : event.retracts ? 'Retracted' : 'Sent',
        `${joined([`${findAudienceName(playbook, event.audience)} update ${event.n}`, statusBeside(event)])}: ${event.text}`,
        true,
      );
    case 'UpdatePromised':
      return row('update', 'Promised', `${findAudienceName(playbook, event.audience)} update`);
    case 'ReviewSectionWritten':
      return row(
        'review',
        'Review',
        event.markdown.trim() ? `Section "${event.section}" written` : `Section "${event.section}" emptied`,
      );
    case 'ReviewDetailsSet':
      return row(
        'review',
        'Review',
        joined([event.owner && `owner: ${event.owner}`, event.meetingDate && `meeting: ${event.meetingDate}`]),
      );
    case 'ReviewStatusChanged':
      return row('review', 'Review', sentence([capital(event.status.replace('-', ' ')), event.reason]));
    case 'ReviewCheckMarked':
      return row('review', 'Review', `${event.check}: ${event.done ? 'done' : 'open again'}`);
    case 'FactorAdded':
      return row('review', 'Factor', sentence([event.text, findFactorWords(playbook, event.category)]));
    case 'FactorChanged':
      return row('review', 'Factor', sentence(['Changed', event.text ?? state.review.factors.get(event.factor)?.text]));
    case 'ActionAdded':
      return row('review', 'Action', sentence([event.text, event.owner, event.due && `due ${event.due}`]));
    case 'ActionChanged':
      return row(
        'review',
        'Action',
        sentence([
          event.state ? capital(event.state) : 'Changed',
          event.text ?? state.review.actions.get(event.action)?.text,
          event.declinedBecause,
          event.doneEvidence,
        ]),
      );
    case 'PlaybookAdopted':
      return row('system', 'System', 'A newer playbook is in force');
    case 'EntryCorrected':
    case 'EntryStarred':
    case 'EvidenceAttached':
    case 'TextRedacted':
    case 'EventWithdrawn':
    case 'EventMovedHere':
      return row('correction', 'Correction', '');
  }
};

/** An event of a type that this version does not know: shown raw, never hidden. */
export const unknownWords = (event: StoredEvent): RowWords => {
  const { id: _id, type, occurredAt: _at, ...rest } = event as StoredEvent & Record<string, unknown>;
  return row('unknown', type, JSON.stringify(rest));
};

const row = (kind: RowKind, word: string, text: string, key?: boolean): RowWords =>
  key === undefined ? { kind, word, text } : { kind, word, text, key };

type Part = string | number | false | undefined;
const sentence = (parts: readonly Part[]): string =>
  parts
    .filter((part): part is string => typeof part === 'string' && part !== '')
    .map((part) => (/[.!?…"”]$/.test(part) ? part : `${part}.`))
    .join(' ')
    .replace(/^([^.]*)\.$/, '$1');
/** What it is, then people's own words as they typed them. */
const told = (what: string, words: string | undefined): string => (words ? `${what}: ${words}` : what);
const joined = (parts: readonly Part[]): string => parts.filter(Boolean).join(', ');
/** The public word, unless the text itself opens with it. */
const statusBeside = ({ publicStatus, text }: { readonly publicStatus?: string; readonly text: string }) =>
  publicStatus !== undefined && !text.startsWith(publicStatus) && publicStatus;
const taskText = (state: IncidentState, id: Parameters<IncidentState['timeline']['tasks']['get']>[0]) =>
  state.timeline.tasks.get(id)?.event.text ?? 'Task';
// By name: its words may be restricted, or go later.
const todoName = ({ timeline }: IncidentState, id: EventId) => {
  const todo = timeline.entries.get(id);
  return todo ? `To-do ${formatEntryName(todo.event.name)}` : 'To-do';
};
const foundBy = (detection: { source: string; detail?: string } | undefined) =>
  detection && joined([`found by ${detection.source}`, detection.detail]);
const rangeText = ({ range, estimated }: { range?: { earliest: string; latest: string }; estimated?: boolean }) =>
  range ? `between ${range.earliest.slice(11, 19)} and ${range.latest.slice(11, 19)} UTC` : estimated && 'estimated';
