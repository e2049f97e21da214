import type { OwedDeletions } from '../ipc/mirror-follower.ts';
import type { PreferenceFile } from './preference-file.ts';

/** Kept until the mirror was reached: a stick may come back after the next start. */
export const openOwedDeletions = (preferences: PreferenceFile): OwedDeletions => {
  const all = () => preferences.current().owedDeletions ?? {};
  return {
    of: (folder) => all()[folder] ?? [],
    save: (folder, owed) => {
      const { [folder]: _, ...others } = all();
      preferences.save({ owedDeletions: owed.length === 0 ? others : { ...others, [folder]: owed } });
    },
  };
};
