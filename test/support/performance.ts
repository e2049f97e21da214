import { readFileSync, rmSync } from 'node:fs';
import type { ElectronApplication } from '@playwright/test';

interface MainThreadTasks {
  /** Processor time of every task of the window's main thread, in ms: other programs of the machine do not count. */
  readonly cpuMs: readonly number[];
  /** The same tasks by the clock on the wall. */
  readonly wallMs: readonly number[];
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** What the main thread of the app's first window did while `work` ran. */
export const tasksDuring = async (
  electron: ElectronApplication,
  work: () => Promise<void>,
): Promise<MainThreadTasks> => {
  const pid = await electron.evaluate(async ({ BrowserWindow, contentTracing }) => {
    await contentTracing.startRecording({
      included_categories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'],
    });
    return BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId();
  });
  await work();
  const file = await electron.evaluate(({ contentTracing }) => contentTracing.stopRecording());
  const { traceEvents } = JSON.parse(readFileSync(file, 'utf8')) as { traceEvents: readonly TraceEvent[] };
  rmSync(file);
  const own = traceEvents.filter((event) => event.pid === pid);
  const main = own.find(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')?.tid;
  const tasks = own.filter(({ name, tid, dur }) => name === 'RunTask' && tid === main && dur !== undefined);
  if (tasks.length === 0) throw new Error('The trace holds no task of the window: nothing was measured.');
  const toMs = (micros = 0) => micros / 1000;
  return { cpuMs: tasks.map(({ tdur, dur }) => toMs(tdur ?? dur)), wallMs: tasks.map(({ dur }) => toMs(dur)) };
};

/** The value below which this share of the values lie; 0 for none. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
};

/** Percent of one processor that each process of the app used over this time. */
export const processorUse = (electron: ElectronApplication, ms: number): Promise<Readonly<Record<string, number>>> =>
  electron.evaluate(async ({ app }, duration) => {
    // The first question begins the measurement, the second one answers for the time between.
    app.getAppMetrics();
    await new Promise((resolve) => setTimeout(resolve, duration));
    return Object.fromEntries(
      app.getAppMetrics().map(({ type, name, cpu }) => [name ?? type, Math.round(cpu.percentCPUUsage * 100) / 100]),
    );
  }, ms);
