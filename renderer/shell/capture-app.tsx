import { CaptureWindow } from '../features/capture/capture-window.tsx';
import { useApp } from '../state/app-store.ts';
import { ScreenGuard } from './screen-guard.tsx';
import { useTheme } from './use-theme.ts';

/** The capture window: the same program with one line in it. */
export const CaptureApp = () => {
  const isKnown = useApp(({ info }) => info !== undefined);
  useTheme();
  if (!isKnown) return null;
  return (
    <ScreenGuard name="capture">
      <CaptureWindow />
    </ScreenGuard>
  );
};
