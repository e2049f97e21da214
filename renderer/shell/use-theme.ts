import { useEffect } from 'react';
import { useIsDark } from '../state/theme.ts';

/** Puts the theme that holds on the page. */
export const useTheme = (): void => {
  const isDark = useIsDark();
  useEffect(() => {
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  }, [isDark]);
};
