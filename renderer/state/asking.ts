import type { EventId } from '../../shared/record/ids.ts';
import { type Asking, authorName } from '../../shared/record/rules.ts';
import { appStore, useApp } from './app-store.ts';
import { currentInstant } from './clock.ts';

/** For previews: nothing that is decided with it is ever recorded, so its ids need not be unique beyond one preview. */
export const previewAsking = (): Asking => {
  const identity = appStore.getState().info?.identity;
  let count = 0;
  return {
    now: currentInstant(),
    by: { person: identity?.person ?? '', device: identity?.device ?? '' },
    newId: () => {
      count += 1;
      return `preview-${count}` as EventId;
    },
  };
};

/** Who types here, as others read it: "Ann Lee", else "someone on ann". */
export const useTyper = (): string =>
  useApp(({ info }) => authorName({ person: info?.identity.person ?? '', device: info?.identity.device ?? '' }));
