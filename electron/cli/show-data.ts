import type { IncidentSummary } from '../../shared/incident/summary.ts';
import { projectRows, type TimelineRow } from '../../shared/incident/timeline-row.ts';
import { isoDuration } from '../../shared/kernel/duration.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { currentClaim } from '../../shared/lifecycle/current-claim.ts';
import { impactLevel, impactText, impactWindows } from '../../shared/lifecycle/current-impact.ts';
import { milestones } from '../../shared/lifecycle/lifecycle.ts';
import type { LifecycleState } from '../../shared/lifecycle/lifecycle-state.ts';
import { roleHolders } from '../../shared/roles/role-holders.ts';
import type { TimelineState } from '../../shared/timeline/timeline-state.ts';
import { dueTimes } from '../../shared/updates/due.ts';
import type { UpdatesState } from '../../shared/updates/updates-state.ts';
import { dueData } from './due-command.ts';
import type { ReadIncident } from './find-incident.ts';
import { summaryData } from './list-command.ts';
import type { MergedInto } from './merged-into.ts';

/** One incident as data; see docs/json.md. Keys are always there, null where there is nothing. */
export const showData = (
  summary: IncidentSummary,
  { state, playbook }: ReadIncident,
  now: Instant,
  merged: MergedInto | undefined,
) => {
  const { lifecycle, roles, timeline, updates } = state;
  return {
    ...summaryData(summary),
    now,
    head: state.head ?? null,
    detection: lifecycle.detection ?? null,
    reopenCount: lifecycle.reopenings.length,
    merged: merged
      ? {
          into: merged.into,
          offers: merged.offers.map(({ milestone, at, was }) => ({ milestone, at, was: was ?? null })),
        }
      : null,
    milestones: Object.fromEntries(milestones.map((milestone) => [milestone, milestoneData(lifecycle, milestone)])),
    impact: {
      level: impactLevel(lifecycle) ?? null,
      text: impactText(lifecycle) ?? null,
      windows: impactWindows(lifecycle).map(({ from, to, level, service }) => ({
        from,
        to: to ?? null,
        level,
        service: service ?? null,
      })),
    },
    roles: roleHolders(roles, playbook).map(({ role, name, how, person, since, via, offer }) => ({
      role,
      name,
      how,
      person: person ?? null,
      since: since ?? null,
      via: via ?? null,
      offer: offer ?? null,
    })),
    roster: roles.roster.map(({ person, joinedAt, leftAt, task }) => ({
      person,
      joinedAt,
      leftAt: leftAt ?? null,
      task: task ?? null,
    })),
    checklist: [...roles.marks].map(([item, mark]) => ({ item, state: mark.state })),
    facts: Object.fromEntries([...updates.facts].map(([field, fact]) => [field, fact.text])),
    clockErrors: [...timeline.clockErrors.values()].map(({ event, by }) => ({
      id: event.id,
      device: event.device,
      errorMs: event.errorMs,
      error: isoDuration(event.errorMs),
      against: event.against,
      at: event.occurredAt,
      by,
    })),
    ...workData(timeline),
    updates: updatesData(updates),
    due: dueTimes({ ...state, playbook }, now).map(({ audience, due }) => ({ audience, ...dueData(due) })),
    timeline: projectRows(state, playbook).map(rowData),
  };
};

const milestoneData = (lifecycle: LifecycleState, milestone: (typeof milestones)[number]) => {
  const claim = currentClaim(lifecycle, milestone);
  const skipped = lifecycle.skipped.get(milestone);
  if (!claim) return skipped ? { at: null, skipped: skipped.reason } : null;
  const { at, estimated, range, evidence } = claim;
  return { at, skipped: null, estimated, range: range ?? null, evidence };
};

const workData = ({ tasks, hypotheses, decisions, waiting }: TimelineState) => ({
  tasks: [...tasks.values()].map(({ event, owner, dueAt, finished }) => ({
    id: event.id,
    text: event.text,
    owner,
    givenAt: event.occurredAt,
    dueAt: dueAt ?? null,
    finished: finished ?? null,
  })),
  hypotheses: [...hypotheses.values()].map(({ event, state, result }) => ({
    id: event.id,
    text: event.text,
    state,
    result: result ?? null,
  })),
  decisions: [...decisions.values()].map(({ event }) => ({
    id: event.id,
    at: event.occurredAt,
    question: event.question,
    chosen: event.chosen,
    because: event.because ?? null,
    decidedBy: event.decidedBy ?? null,
  })),
  waitingDecisions: [...waiting.values()].map(({ event }) => ({
    id: event.id,
    at: event.occurredAt,
    question: event.question,
  })),
});

const updatesData = ({ sent }: UpdatesState) =>
  [...sent.values()].map(({ event, by, correctedBy, retractedBy }) => ({
    id: event.id,
    audience: event.audience,
    n: event.n,
    at: event.occurredAt,
    by,
    text: event.text,
    situation: event.situation,
    promisedAt: event.promisedAt ?? null,
    correctedBy: correctedBy ?? null,
    retractedBy: retractedBy ?? null,
  }));

const rowData = (row: TimelineRow) => ({
  id: row.id,
  at: row.at,
  recordedAt: row.recordedAt,
  kind: row.kind,
  word: row.word,
  text: row.text,
  who: row.who,
  device: row.device,
  name: row.name ?? null,
  key: row.key,
  flag: row.flag,
  restricted: row.isRestricted,
  conflict: row.isConflict,
  corrected: row.corrected
    ? { at: row.corrected.at ?? null, recordedAt: row.corrected.recordedAt, errorMs: row.corrected.errorMs }
    : null,
  clock: row.clock,
  earlier: row.earlier.map(({ text, happenedAt }) => ({ text, at: happenedAt })),
  withdrawn: row.withdrawn ?? null,
  redacted: row.redacted ?? null,
});
