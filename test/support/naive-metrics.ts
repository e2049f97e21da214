import type { MetricRecord } from '../../shared/lifecycle/metric-record.ts';

/**
 * A second, deliberately simple reading of domain.md 2.1 and 2.2, row by row, in plain numbers. It shares no code with the
 * product: where the two differ one of them is wrong.
 */
export type NaiveResult =
  | { kind: 'value'; ms: number; flags: string[]; lead?: number; low?: number; high?: number }
  | { kind: 'running'; ms: number; flags: string[] }
  | { kind: 'missing' | 'na' | 'invalid' };

interface Point {
  at: number;
  low: number;
  high: number;
  estimated: boolean;
}

const table: Record<string, [start: string, stop: string]> = {
  ttd: ['failure', 'detected'],
  tta: ['alerted', 'acknowledged'],
  tti: ['failure', 'identified'],
  ttrRepair: ['failure', 'fixed'],
  ttrRespond: ['detected', 'fixed'],
  ttrRecover: ['failure', 'recovered'],
  ttrResolve: ['failure', 'resolved'],
};

export const naiveMetric = (incident: MetricRecord, id: string, now: number): NaiveResult => {
  const [from, to] = table[id] ?? ['', ''];
  const points = pointsOf(incident);
  const time = (name: string) => points[name]?.at ?? Number.NaN;
  // Rows "False alarm" and "Duplicate or merged"; cancelled counts nowhere (section 1).
  if (incident.status === 'merged' || incident.status === 'cancelled') return { kind: 'na' };
  if (incident.status === 'false-alarm' && id !== 'tta') return { kind: 'na' };
  // Row "Out of order, impossible". Comparisons with an unknown time (NaN) are false.
  if (time(from) > now || time(to) > now) return { kind: 'invalid' };
  if (id === 'tta' && time('acknowledged') < time('alerted')) return { kind: 'invalid' };
  if (id === 'tti' && time('identified') < time('failure')) return { kind: 'invalid' };
  if ((id === 'ttrRepair' || id === 'ttrRespond') && time('fixed') < time('failure')) return { kind: 'invalid' };
  if (id === 'ttrRecover' && time('recovered') < time('failure')) return { kind: 'invalid' };
  if (id === 'ttrResolve' && time('resolved') < time('failure')) return { kind: 'invalid' };
  if (id === 'ttrResolve' && time('resolved') < time('recovered')) return { kind: 'invalid' };
  // Row "Customer-detected".
  if (id === 'tta' && !points.alerted && !incident.paged) return { kind: 'na' };
  // Row "Fixed or recovered before anyone detected it".
  if (id === 'ttrRespond') {
    const recoveryIsNonsense = time('recovered') < time('failure');
    if (time('fixed') < time('detected')) return { kind: 'na' };
    if (time('recovered') < time('detected') && !recoveryIsNonsense) return { kind: 'na' };
  }
  const start = points[from];
  const stop = points[to];
  // Rows "Start missing" and "Stop missing".
  if (!start) return { kind: 'missing' };
  const flags: string[] = [];
  if (start.estimated || stop?.estimated) flags.push('estimated');
  if (!stop) {
    const over = incident.status !== 'open' && incident.status !== 'restored';
    if (over || incident.skipped.some((name) => name === to)) return { kind: 'missing' };
    return { kind: 'running', ms: now - start.at, flags };
  }
  const uncertain = start.low !== start.high || stop.low !== stop.high;
  const range = uncertain ? { low: Math.max(stop.low - start.high, 0), high: Math.max(stop.high - start.low, 0) } : {};
  // Row "Alert before failure (smoke)".
  if (id === 'ttd' && stop.at < start.at)
    return { kind: 'value', ms: 0, flags: [...flags, 'early-warning'], lead: start.at - stop.at, ...range };
  // Row "Out of order, legitimate": the later of the two carries the flag (example E2).
  const early = { identified: ['fixed', 'recovered'], fixed: ['recovered'] }[to] ?? [];
  if (early.some((name) => time(name) < stop.at)) flags.push('order');
  return { kind: 'value', ms: stop.at - start.at, flags, ...range };
};

/** Milliseconds of impact, counted minute by minute: every edge must lie on a whole minute. */
export const naiveImpact = (
  windows: readonly { from: string; to?: string; level: string }[],
  now: number,
): { impacted: number; full: number } => {
  let [impacted, full] = [0, 0];
  const first = Math.min(...windows.map(({ from }) => Date.parse(from)));
  for (let minute = first; minute < now; minute += 60_000) {
    const levels = windows
      .filter(({ from, to }) => Date.parse(from) <= minute && (to ? Date.parse(to) : Infinity) > minute)
      .map(({ level }) => level);
    if (levels.length > 0) impacted += 60_000;
    if (levels.includes('full')) full += 60_000;
  }
  return { impacted, full };
};

/** Kaplan-Meier by the book with a fraction that is never reduced. */
export const naiveMedian = (done: readonly number[], censored: readonly number[]): number | 'not-reached' => {
  let [above, below] = [1n, 1n];
  for (const time of [...new Set(done)].sort((a, b) => a - b)) {
    const finished = done.filter((ms) => ms === time).length;
    const atRisk = done.filter((ms) => ms >= time).length + censored.filter((ms) => ms >= time).length;
    above *= BigInt(atRisk - finished);
    below *= BigInt(atRisk);
    if (above * 2n <= below) return time;
  }
  return 'not-reached';
};

const pointsOf = (incident: MetricRecord): Record<string, Point | undefined> => {
  const points: Record<string, Point | undefined> = {};
  for (const [name, fact] of Object.entries(incident.milestones)) {
    const when = Date.parse(fact.at);
    points[name] = {
      at: when,
      low: fact.range ? Date.parse(fact.range.earliest) : when,
      high: fact.range ? Date.parse(fact.range.latest) : when,
      estimated: Boolean(fact.estimated) || fact.range !== undefined,
    };
  }
  return points;
};
