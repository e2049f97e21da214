import { z } from 'zod';
import type { Instant } from '../../shared/kernel/instant.ts';
import { ok } from '../../shared/kernel/result.ts';
import { incidentId, instant, shortText } from '../../shared/record/schema.ts';
import type { CaptureWindow } from '../windows/capture-window.ts';
import { createDeadlineWatch } from '../windows/deadline-watch.ts';
import type { Push } from './pushes.ts';
import type { RequestRouter } from './requests.ts';
import type { WindowRegistry } from './window-registry.ts';

interface WindowRequestDeps {
  readonly registry: WindowRegistry;
  readonly push: Push;
  readonly capture: CaptureWindow;
  readonly now: () => Instant;
  /** The page of that window has its text on the disk and may be closed. */
  readonly onPageReady: (contentsId: number) => void;
}

const meant = z.object({ incident: incidentId.nullable(), title: shortText });
const deadlines = z.array(z.object({ key: shortText, at: instant })).max(100);

/**
 * Windows that open and close each other, the incident that all of them mean, and its promises. Returns what looks at
 * the clock at once.
 */
export const handleWindowRequests = (
  router: RequestRouter,
  { registry, push, capture, now, onPageReady }: WindowRequestDeps,
): (() => void) => {
  let current: z.output<typeof meant> = { incident: null, title: '' };
  let dueCount = 0;
  const showTitle = () => {
    const name = current.title ? `Holdfast: ${current.title}` : 'Holdfast';
    for (const window of registry.windows('console'))
      window.setTitle(dueCount > 0 ? `(${dueCount} due) ${name}` : name);
  };
  const watch = createDeadlineWatch({
    now,
    onReached: (at) => {
      push('deadlines:reached', at, 'console');
      askForAttention(registry);
    },
    onDueCount: (count) => {
      dueCount = count;
      showTitle();
    },
  });
  router.handle('window:show', z.object({ window: z.enum(['console', 'capture', 'none']) }), ({ window }) => {
    if (window === 'capture') capture.show();
    else capture.hide();
    if (window === 'console') showConsole(registry);
    return ok(null);
  });
  router.handle('window:closed-ready', z.null(), (_, { contentsId }) => {
    onPageReady(contentsId);
    return ok(null);
  });
  router.handle('window:incident', meant.nullable(), (incident) => {
    // A window that asks without saying anything wants to know: the capture window, which opens later.
    if (incident !== null) {
      current = incident;
      showTitle();
    }
    push('window:incident', current);
    return ok(null);
  });
  router.handle('deadlines:watch', deadlines, (watched) => {
    watch.watch(watched);
    return ok(null);
  });
  return watch.check;
};

/** Lets the task bar show that somebody is waited for; ends when the person comes. A desktop may ignore it. */
const askForAttention = (registry: WindowRegistry): void => {
  for (const window of registry.windows('console')) {
    if (window.isFocused()) continue;
    window.flashFrame(true);
    window.once('focus', () => window.flashFrame(false));
  }
};

/** Brings the console to the front, wherever it is. */
export const showConsole = (registry: WindowRegistry): void => {
  const [window] = registry.windows('console');
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
};
