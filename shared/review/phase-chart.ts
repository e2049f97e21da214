import { formatDuration } from '../kernel/duration.ts';
import { elapsedMs, type Instant } from '../kernel/instant.ts';
import { formatClock, formatDate, zoneName } from '../kernel/zone.ts';
import type { ImpactLevel } from '../lifecycle/lifecycle.ts';
import { countLevels, type Label, placeLabels, textWidth } from './chart-labels.ts';
import { type ChartScale, createChartScale } from './chart-scale.ts';
import { type ChartShape, chartInk, labelSize, lineHeight, toText } from './chart-shapes.ts';
import { toPrintable } from './printable-text.ts';

export interface PhaseChartInput {
  readonly title: string;
  readonly zone: string;
  /** Where a span that still runs is drawn to. */
  readonly now: Instant;
  readonly phases: readonly { readonly name: string; readonly since: Instant; readonly until?: Instant }[];
  readonly milestones: readonly { readonly name: string; readonly at: Instant }[];
  readonly windows: readonly { readonly level: ImpactLevel; readonly from: Instant; readonly to?: Instant }[];
  readonly updates: readonly { readonly audience: string; readonly at: Instant }[];
}

/** A drawing as plain shapes: the file, the page and the screen print the same ones. */
export interface PhaseChart {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** The drawing in words, for those who do not see it. */
  readonly description: string;
  readonly shapes: readonly ChartShape[];
}

const width = 1000;
// Wide enough for lane names on the left and for the last milestone's text on the right.
const gutter = { left: 132, right: 150 };
const barHeight = 22;
const laneGap = 18;

/** Undefined where nothing has happened yet that could be drawn. */
export const drawPhaseChart = (input: PhaseChartInput): PhaseChart | undefined => {
  const moments = momentsOf(input);
  const [first] = [...moments].sort();
  if (first === undefined) return undefined;
  const drawn = toDrawable(input);
  const scale = createChartScale(moments, gutter.left, width - gutter.left - gutter.right, input.zone);
  const shapes: ChartShape[] = [];
  let y = 4;
  for (const lane of [drawMilestones, drawAxis, drawPhases, drawImpact, drawUpdates]) {
    const { shapes: own, bottom } = lane(drawn, scale, y);
    shapes.push(...own);
    y = bottom + laneGap;
  }
  const title = `Phase chart: ${input.title}`;
  return { width, height: Math.ceil(y), title, description: describe(input, scale), shapes };
};

/** Before anything is measured: the number of a character is longer than the character. */
const toDrawable = (input: PhaseChartInput): PhaseChartInput => ({
  ...input,
  phases: input.phases.map((phase) => ({ ...phase, name: toPrintable(phase.name) })),
  milestones: input.milestones.map((milestone) => ({ ...milestone, name: toPrintable(milestone.name) })),
  updates: input.updates.map((update) => ({ ...update, audience: toPrintable(update.audience) })),
});

interface Lane {
  readonly shapes: readonly ChartShape[];
  readonly bottom: number;
}

const momentsOf = ({ phases, milestones, windows, updates, now }: PhaseChartInput): readonly Instant[] => [
  ...phases.flatMap(({ since, until }) => [since, until ?? now]),
  ...milestones.map(({ at }) => at),
  ...windows.flatMap(({ from, to }) => [from, to ?? now]),
  ...updates.map(({ at }) => at),
];

const drawMilestones = (input: PhaseChartInput, scale: ChartScale, top: number): Lane => {
  const labels = input.milestones.map(({ name, at }) => ({ x: scale.toX(at), text: `${name} ${moment(at, input)}` }));
  const placed = placeLabels(labels, labelSize);
  const levels = countLevels(placed);
  const bottom = top + levels * lineHeight + 6;
  const shapes = placed.flatMap(({ x, text, level }): ChartShape[] => {
    const y = top + (levels - level) * lineHeight;
    return [
      { kind: 'line', x1: x, y1: y - labelSize, x2: x, y2: bottom, ink: chartInk.leader },
      toText(x + 3, y - 3, text, { weight: 600 }),
    ];
  });
  return { shapes, bottom };
};

const drawAxis = (input: PhaseChartInput, scale: ChartScale, top: number): Lane => {
  const cuts = placeLabels(
    scale.breaks.map(({ x, ms }) => ({ x, text: `${formatDuration(ms)} not drawn` })),
    labelSize,
  );
  const levels = countLevels(cuts);
  const y = top - laneGap + 4;
  const zone = zoneName(scale.segments[0]?.from ?? input.now, input.zone);
  const shapes: ChartShape[] = [toText(0, y + 16, `Time, ${zone}`, { ink: chartInk.quiet })];
  for (const { x, width: length } of scale.segments)
    shapes.push({ kind: 'line', x1: x, y1: y, x2: x + Math.max(length, 1), y2: y, ink: chartInk.text });
  for (const { x, width: length } of scale.breaks) shapes.push(zigzag(x, y, length));
  let day = '';
  for (const tick of scale.ticks) {
    const [x, date] = [scale.toX(tick), formatDate(tick, input.zone)];
    shapes.push({ kind: 'line', x1: x, y1: y, x2: x, y2: y + 4, ink: chartInk.text });
    shapes.push(toText(x, y + 16, formatClock(tick, input.zone), { anchor: 'middle' }));
    if (date !== day) shapes.push(toText(x, y + 30, date.slice(0, -5), { anchor: 'middle', ink: chartInk.quiet }));
    day = date;
  }
  for (const { x, text, level } of cuts)
    shapes.push(toText(x, y + 44 + level * lineHeight, text, { ink: chartInk.quiet }));
  return { shapes, bottom: y + 32 + levels * lineHeight };
};

const zigzag = (x: number, y: number, length: number): ChartShape => {
  const step = length / 6;
  const points = [0, -5, 5, -5, 5, -5, 0].map((rise, index): [number, number] => [x + index * step, y + rise]);
  return { kind: 'polyline', points, ink: chartInk.text };
};

interface Bar {
  readonly text: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly fill: string;
  readonly ink: string;
  readonly height: number;
}

const drawPhases = (input: PhaseChartInput, scale: ChartScale, top: number): Lane => {
  const bars = input.phases.map(({ name, since, until }, index): Bar => {
    const to = until ?? input.now;
    const text = `${name} ${formatDuration(Math.max(0, elapsedMs(since, to)))}${until ? '' : ', running'}`;
    // Two greys in turn keep neighbours apart without a hue; a phase is known by its name.
    const fill = index % 2 === 0 ? chartInk.barA : chartInk.barB;
    return { text, from: since, to, fill, ink: chartInk.text, height: barHeight };
  });
  return drawBars('Phase', bars, scale, top);
};

const impactLook: Readonly<
  Record<ImpactLevel, { readonly fill: string; readonly ink: string; readonly height: number }>
> = {
  full: { fill: chartInk.full, ink: chartInk.paper, height: barHeight },
  partial: { fill: chartInk.partial, ink: chartInk.text, height: barHeight * 0.7 },
  degraded: { fill: chartInk.degraded, ink: chartInk.text, height: barHeight * 0.4 },
  none: { fill: chartInk.paper, ink: chartInk.text, height: 2 },
};

const drawImpact = (input: PhaseChartInput, scale: ChartScale, top: number): Lane => {
  const harmed = input.windows.filter(({ level }) => level !== 'none');
  if (harmed.length === 0)
    return { shapes: [toText(0, top + 15, 'Impact: none recorded', { ink: chartInk.quiet })], bottom: top + barHeight };
  const bars = harmed.map(({ level, from, to }): Bar => {
    const end = to ?? input.now;
    const length = formatDuration(Math.max(0, elapsedMs(from, end)));
    return { text: `${level} ${length}${to ? '' : ', running'}`, from, to: end, ...impactLook[level] };
  });
  return drawBars('Impact', bars, scale, top);
};

/** Bars with their text inside where it fits, else below with a leader. */
const drawBars = (lane: string, bars: readonly Bar[], scale: ChartScale, top: number): Lane => {
  const shapes: ChartShape[] = [toText(0, top + 15, lane, { weight: 600 })];
  const outside: Label[] = [];
  for (const { text, from, to, fill, ink, height } of bars) {
    const [x, end] = [scale.toX(from), scale.toX(to)];
    const length = Math.max(end - x, 1.5);
    shapes.push({ kind: 'rect', x, y: top + barHeight - height, width: length, height, fill, ink: chartInk.text });
    const fits = height === barHeight && textWidth(text, labelSize) + 8 <= length;
    if (fits) shapes.push(toText(x + 4, top + 15, text, { ink }));
    else outside.push({ x, text });
  }
  const placed = placeLabels(outside, labelSize);
  for (const { x, text, level } of placed) {
    const y = top + barHeight + 4 + (level + 1) * lineHeight;
    shapes.push({ kind: 'line', x1: x, y1: top + barHeight, x2: x, y2: y - 2, ink: chartInk.leader });
    shapes.push(toText(x + 3, y - 3, text));
  }
  return { shapes, bottom: top + barHeight + 4 + countLevels(placed) * lineHeight };
};

const drawUpdates = ({ updates }: PhaseChartInput, scale: ChartScale, top: number): Lane => {
  const byAudience = groupByAudience(updates);
  const left = scale.segments[0]?.x ?? gutter.left;
  const shapes: ChartShape[] = [];
  let y = top;
  for (const [audience, sent] of byAudience) {
    shapes.push(toText(0, y + 4, shorten(`${audience}, ${sent.length} sent`), { weight: 600 }));
    shapes.push({ kind: 'line', x1: left, y1: y, x2: width - gutter.right, y2: y, ink: chartInk.leader });
    for (const { at } of sent) shapes.push({ kind: 'circle', x: scale.toX(at), y, r: 4, fill: chartInk.text });
    y += 20;
  }
  return { shapes, bottom: byAudience.size === 0 ? top - laneGap : y - 12 };
};

const groupByAudience = (
  updates: PhaseChartInput['updates'],
): ReadonlyMap<string, readonly { readonly at: Instant }[]> => {
  const groups = new Map<string, { readonly at: Instant }[]>();
  for (const update of updates) groups.set(update.audience, [...(groups.get(update.audience) ?? []), update]);
  return groups;
};

// The lane's name must not run into the drawing; the description has it in full.
const shorten = (name: string) => (textWidth(name, labelSize) > gutter.left ? `${name.slice(0, 16)}...` : name);

const moment = (at: Instant, { zone, milestones }: PhaseChartInput): string => {
  const start = milestones.reduce((least, other) => (other.at < least ? other.at : least), at);
  const date = formatDate(at, zone);
  return date === formatDate(start, zone) ? formatClock(at, zone) : `${date.slice(0, -5)} ${formatClock(at, zone)}`;
};

const describe = (input: PhaseChartInput, scale: ChartScale): string => {
  const milestones = input.milestones.map(({ name, at }) => `${name} ${moment(at, input)}`).join(', ');
  const harmed = input.windows.filter(({ level }) => level !== 'none');
  const impact = harmed
    .map(({ level, from, to }) => `${level} ${moment(from, input)} to ${to ? moment(to, input) : 'now'}`)
    .join(', ');
  const updates = [...groupByAudience(input.updates)]
    .map(([audience, sent]) => `${audience} ${sent.length}`)
    .join(', ');
  const cut = scale.breaks.map(({ ms }) => formatDuration(ms)).join(' and ');
  return [
    `Milestones: ${milestones || 'none'}.`,
    `Impact: ${impact || 'none recorded'}.`,
    `Updates sent: ${updates || 'none'}.`,
    cut && `Not to scale: ${cut} without any of these left out.`,
  ]
    .filter(Boolean)
    .join(' ');
};
