import type { AppAction } from '../../state/action.ts';
import { appStore, setPreferences } from '../../state/app-store.ts';
import { changeTextScale, setTextScale, textScales } from '../../state/text-size.ts';
import { toggleTheme } from '../../state/theme.ts';
import { announce, openDialog } from '../../state/view-store.ts';
import { chooseZone } from '../../state/zone-choice.ts';

const view = (id: string, label: string, run: () => void, isAvailable = () => true): AppAction => ({
  id: `view.${id}`,
  label,
  group: 'View',
  isOverDialogs: true,
  isAvailable,
  run,
});
const preferences = () => appStore.getState().info?.preferences;
const zone = () => preferences()?.zone ?? null;
const isLoud = (): boolean => preferences()?.sound ?? true;

const switchSound = (sound: boolean): void => {
  void setPreferences({ sound });
  announce(sound ? 'A sound tells when an update becomes due.' : 'No sound any more. Due updates are still shown.');
};

/** How this window shows things; kept on this device, recorded nowhere. */
export const appearanceActions: readonly AppAction[] = [
  view('theme', 'Switch between light and dark', toggleTheme),
  view(
    'theme-system',
    'Light or dark as the system is',
    () => void setPreferences({ theme: 'system' }),
    () => preferences()?.theme !== 'system',
  ),
  view(
    'zone-local',
    'Show times in local time',
    () => chooseZone('local'),
    () => zone() !== 'local',
  ),
  view(
    'zone-utc',
    'Show times in UTC',
    () => chooseZone('UTC'),
    () => zone() !== 'UTC',
  ),
  view(
    'zone-playbook',
    "Show times in the playbook's zone",
    () => chooseZone(null),
    () => zone() !== null,
  ),
  { ...view('zone-another', 'Show times in another zone', () => openDialog({ name: 'zone' })), isOverDialogs: false },
  // Bound in the menu, where the keys of every layout are: Ctrl plus, Ctrl minus, Ctrl 0.
  view('text-larger', 'Larger text', () => changeTextScale(1)),
  view('text-smaller', 'Smaller text', () => changeTextScale(-1)),
  ...textScales.map((scale) =>
    view(
      `text-${scale}`,
      `Text at ${scale * 100} %`,
      () => setTextScale(scale),
      () => preferences()?.textScale !== scale,
    ),
  ),
  view('sound-off', 'Switch the sound of due updates off', () => switchSound(false), isLoud),
  view(
    'sound-on',
    'Switch the sound of due updates on',
    () => switchSound(true),
    () => !isLoud(),
  ),
];
