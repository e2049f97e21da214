/** How an organisation runs incidents: everything here is data that people edit; rules live in the features. */
export interface Playbook {
  /** Rises with every added or changed field: an app that does not know a format says so instead of losing fields. */
  readonly format: 1;
  readonly org: string;
  /** Zone of times on screen: 'local' is the device's own, else 'UTC' or an IANA name. Stored instants are UTC. */
  readonly displayZone: string;
  /** Zone of times in public texts, never the device's: 'UTC' or an IANA name. */
  readonly publicZone: string;
  readonly settings: Settings;
  readonly roles: readonly Role[];
  readonly checklists: readonly ChecklistItem[];
  /** Worst first. */
  readonly severities: readonly Severity[];
  readonly audiences: readonly Audience[];
  readonly regulators: readonly RegulatorClock[];
  readonly templates: readonly Template[];
  /** Ends every update until the incident is restored. */
  readonly nextUpdateLine: string;
  readonly phrases: readonly Phrase[];
  readonly services: readonly Service[];
  readonly people: readonly Person[];
  readonly bridges: readonly Bridge[];
  readonly factors: readonly FactorKind[];
}

/**
 * Names and numbers of domain.md 9a; the unit stands in the name. Two of its lines live elsewhere, so that there is
 * one place each: the cadence table in `severities`, the display zone in `Playbook.displayZone`.
 */
export interface Settings {
  readonly ackMinutes: number;
  readonly commandMinutes: number;
  /** By severity id; a severity without an entry has no such time-box. */
  readonly triageMinutes: Readonly<Record<string, number>>;
  readonly identifyCheckMinutes: number;
  readonly fixCheckMinutes: number;
  /** By severity id. */
  readonly watchMinutes: Readonly<Record<string, number>>;
  /** The watch window in a drill, whatever the severity (domain.md 9). */
  readonly drillWatchMinutes: number;
  readonly relapseHours: number;
  readonly milestoneUpdateMinutes: number;
  readonly longIncidentHours: number;
  /** How far the IC may stretch the cadence of a long incident: 2 doubles it. */
  readonly longIncidentFactor: number;
  /** At most half the running interval. */
  readonly soonMinutes: number;
  readonly escalate: Escalation;
  readonly handoffHours: number;
  readonly handoffBriefMinutes: number;
  readonly spanLimit: number;
  readonly idleReleaseMinutes: number;
  readonly backdateFlagMinutes: number;
  readonly gapMinutes: number;
  /** By severity id. */
  readonly pirDue: Readonly<Record<string, ReviewDue>>;
  /** By action priority. */
  readonly priorityActionWeeks: Readonly<Record<string, number>>;
  readonly publicMaxChars: number;
  readonly resolveClock: Calendar;
  readonly percentile: 'linear';
  readonly smallSample: number;
}

/** After the due instant; percent of the audience's cadence. Level 2 takes the longer of its two. */
export interface Escalation {
  readonly l2: { readonly minMinutes: number; readonly percent: number };
  readonly l3: { readonly percent: number };
}

export interface ReviewDue {
  readonly days: number;
  /** 'wall' counts every day, 'business' leaves out Saturdays and Sundays. */
  readonly calendar: Calendar;
}

export const calendars = ['wall', 'business'] as const;
export type Calendar = (typeof calendars)[number];

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly duties: readonly string[];
  /** The role that holds the duties while nobody fills this one. */
  readonly fallback?: string;
}

export const checklistPhases = [
  'detect',
  'triage',
  'identify',
  'fix',
  'recover',
  'resolve',
  // Not phases of an incident: the work between failures, and the disaster track that runs beside the phases.
  'between',
  'disaster',
] as const;
export type ChecklistPhase = (typeof checklistPhases)[number];

export interface ChecklistItem {
  /** Stable: events name it. `<role>.<phase>.<n>`; an item that is taken out never gives its id to another. */
  readonly id: string;
  readonly role: string;
  readonly phase: ChecklistPhase;
  readonly text: string;
}

export interface Severity {
  readonly id: string;
  readonly name: string;
  /** 1 is the worst. */
  readonly rank: number;
  /** Any one of them is enough. */
  readonly criteria: readonly string[];
  readonly response: string;
  readonly cadence: Readonly<Record<CadenceAudience, Cadence>>;
}

export type Cadence =
  | {
      readonly kind: 'interval';
      /** From `detectedAt` to the first update. */
      readonly firstMinutes: number;
      readonly everyMinutes: number;
      /** The clock runs only where users can see the effect. */
      readonly onlyIfVisible?: boolean;
    }
  | { readonly kind: 'on-change' }
  | { readonly kind: 'none' };

/** The audiences with a cadence by severity; regulators have clocks of their own. */
export const cadenceAudiences = ['chat', 'exec', 'support', 'public'] as const;
export type CadenceAudience = (typeof cadenceAudiences)[number];
export const audienceIds = [...cadenceAudiences, 'regulator'] as const;
export type AudienceId = (typeof audienceIds)[number];

export interface Audience {
  readonly id: AudienceId;
  /** As on screen. */
  readonly name: string;
  readonly letter: string;
}

/** What starts a regulator's clock: recorded on its own, never guessed from `detected` (domain.md 5.1). */
export const regulatorInstants = ['awareAt', 'classifiedMajorAt', 'materialAt', 'notifiedAt'] as const;
export type RegulatorInstant = (typeof regulatorInstants)[number];
export const offsetUnits = ['hours', 'days', 'months'] as const;

/** A reporting deadline, user-defined and not legal advice. Its trigger is recorded, never guessed from detection. */
export interface RegulatorClock {
  readonly id: string;
  readonly name: string;
  readonly triggerInstant: RegulatorInstant;
  readonly offset: { readonly count: number; readonly unit: (typeof offsetUnits)[number] };
  readonly calendar: Calendar;
  readonly note?: string;
  readonly enabled: boolean;
}

export const situations = [
  'follows-earlier',
  'detected',
  'triaged',
  'identified',
  'fixed',
  'recovered',
  'resolved',
  'no-change',
  'decision',
  'relapse',
  'false-alarm',
  'correction',
  'disaster-block',
  'regulator-early',
  'regulator-notification',
  'regulator-final',
] as const;
/** What has happened, so that this text fits: the last milestone that holds, or an event of its own. */
export type Situation = (typeof situations)[number];

export const publicWords = ['Investigating', 'Identified', 'Monitoring', 'Resolved'] as const;
export type PublicWord = (typeof publicWords)[number];

export interface Template {
  readonly audience: AudienceId;
  readonly situation: Situation;
  /** The status word a public update opens with; absent where it stays what it was. */
  readonly publicWord?: PublicWord;
  /** With `{{placeholders}}` of placeholders.ts. */
  readonly text: string;
}

export interface Phrase {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly note?: string;
}

export interface Service {
  readonly id: string;
  readonly name: string;
  /** What outsiders call it; absent: they are not told of it by name. */
  readonly publicName?: string;
  readonly objectives?: Objectives;
}

/** Disaster objectives (domain.md 8). An absent one is "no objective set", never "met". */
export interface Objectives {
  readonly rpoMinutes?: number;
  readonly rtoMinutes?: number;
  /** Never below `rtoMinutes`: beyond it the stop is intolerable. */
  readonly mtpdMinutes?: number;
  /** The reduced level that counts as first relief. */
  readonly minService?: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  /** What they do, in words: a job or an area, not bound to the ids of `roles`. */
  readonly role: string;
  /** The one to try first comes first. */
  readonly phones: readonly string[];
  readonly email?: string;
  /** 1 is called first; absent: not in the call order. */
  readonly escalation?: number;
  readonly note: string;
}

/** A telephone conference that works when chat is down. */
export interface Bridge {
  readonly name: string;
  readonly number: string;
  readonly pin?: string;
  readonly note?: string;
}

export interface FactorKind {
  /** `category.practice.sub`, from the practices a review asks about. */
  readonly id: string;
  readonly words: string;
}
