import { useSyncExternalStore } from 'react';
import { appStore, setPreferences, useApp } from './app-store.ts';

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');

/** What is shown now, also while the theme follows the system. */
export const useIsDark = (): boolean => {
  const theme = useApp(({ info }) => info?.preferences.theme ?? 'system');
  const isSystemDark = useSyncExternalStore(subscribe, () => darkQuery.matches);
  return theme === 'system' ? isSystemDark : theme === 'dark';
};

export const toggleTheme = (): void => {
  const theme = appStore.getState().info?.preferences.theme ?? 'system';
  const isDark = theme === 'system' ? darkQuery.matches : theme === 'dark';
  void setPreferences({ theme: isDark ? 'light' : 'dark' });
};

const subscribe = (listener: () => void): (() => void) => {
  darkQuery.addEventListener('change', listener);
  return () => darkQuery.removeEventListener('change', listener);
};
