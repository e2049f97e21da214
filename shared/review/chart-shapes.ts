export type ChartShape =
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly ink: string;
    }
  | { readonly kind: 'polyline'; readonly points: readonly (readonly [number, number])[]; readonly ink: string }
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
      readonly ink: string;
    }
  | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly r: number; readonly fill: string }
  | ChartText;

export interface ChartText {
  readonly kind: 'text';
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle';
  readonly weight: 400 | 600;
  readonly ink: string;
}

export const labelSize = 11;
export const lineHeight = 16;

/** Greys only: the chart has to survive a black-and-white printer, and no state is told by a hue. */
export const chartInk = {
  text: '#17181b',
  quiet: '#484b54',
  leader: '#868a95',
  paper: '#ffffff',
  barA: '#e1e2e6',
  barB: '#c9ccd3',
  full: '#26282d',
  partial: '#868a95',
  degraded: '#c9ccd3',
} as const;

export const toText = (
  x: number,
  y: number,
  text: string,
  { anchor = 'start', weight = 400, ink = chartInk.text }: Partial<Pick<ChartText, 'anchor' | 'weight' | 'ink'>> = {},
): ChartText => ({ kind: 'text', x, y, text, anchor, weight, ink });
