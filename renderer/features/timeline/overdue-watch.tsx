import { useEffect, useRef } from 'react';
import { type OverdueRow, overdueRows } from '../../../shared/updates/due.ts';
import { useNow } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';

/**
 * Draws nothing. It asks every second which updates are late, in a component of its own, so that the list is drawn
 * again only when the answer changed.
 */
export const OverdueWatch = ({ onChange }: { readonly onChange: (rows: readonly OverdueRow[]) => void }) => {
  const state = useIncident((open) => open.state);
  const playbook = useIncident((open) => open.playbook);
  const now = useNow();
  const told = useRef('');
  useEffect(() => {
    const { lifecycle, timeline, updates } = state;
    const rows = overdueRows({ playbook, lifecycle, timeline, updates }, now);
    const text = rows.map(({ at, text: words, open }) => `${at} ${words} ${open}`).join('\n');
    if (text === told.current) return;
    told.current = text;
    onChange(rows);
  }, [state, playbook, now, onChange]);
  return null;
};
