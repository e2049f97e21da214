import { useMemo } from 'react';
import type { TimelineRow } from '../../../shared/incident/timeline-row.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { countKinds, kindWords, rowFilters } from './row-filter.ts';
import styles from './timeline.module.css';
import { setFilter, setKind, useTimelineView } from './timeline-view.ts';

export const TimelineFilters = ({ rows }: { readonly rows: readonly TimelineRow[] }) => {
  const filter = useTimelineView((view) => view.filter);
  const kind = useTimelineView((view) => view.kind);
  const kinds = useMemo(() => countKinds(rows), [rows]);
  return (
    <div className={styles.filters}>
      <Segmented label="Show entries" onChange={setFilter} options={rowFilters} value={filter} />
      <MenuButton
        entries={[
          { id: 'every', label: 'Every kind', isChecked: kind === undefined, run: () => setKind(undefined) },
          ...kinds.map(({ kind: each, n }) => ({
            id: each,
            label: kindWords[each],
            detail: String(n),
            isChecked: kind === each,
            run: () => setKind(each),
          })),
        ]}
        label={kind === undefined ? 'Kind of entries' : `Kind of entries: ${kindWords[kind]}`}
        size="small"
        variant="ghost"
      >
        {kind === undefined ? 'Kind' : `Kind: ${kindWords[kind]}`}
      </MenuButton>
      <span className={styles.order}>by time happened</span>
    </div>
  );
};
