import type { MirrorStatus } from '../../state/places.ts';

/** How the second place stands, in the words of the status line. */
export const mirrorWords = ({ kind, behind, why }: MirrorStatus): string => {
  if (kind === 'in-step') return 'Mirror in step';
  const reason = why === null ? '' : `: ${why}`;
  if (kind === 'behind')
    return behind === null || behind === 0 ? `Mirror catching up${reason}` : `Mirror ${behind} behind${reason}`;
  return `Mirror unreachable${behind ? `, ${behind} behind` : ''}${reason}`;
};
