import { useCallback, useRef, useState } from 'react';
import { countOf } from '../../../shared/kernel/words.ts';
import type { OverdueRow } from '../../../shared/updates/due.ts';
import { useZone } from '../../state/app-store.ts';
import { useIncident } from '../../state/incident-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { Panel } from '../../ui/panel.tsx';
import { VirtualList, type VirtualListHandle } from '../../ui/virtual-list.tsx';
import { JournalProblems } from './journal-problems.tsx';
import { OverdueWatch } from './overdue-watch.tsx';
import { PlainLine } from './plain-line.tsx';
import { RowLine } from './row-line.tsx';
import styles from './timeline.module.css';
import { TimelineFilters } from './timeline-filters.tsx';
import type { TimelineItem } from './timeline-items.ts';
import { askForMenu, selectRow } from './timeline-view.ts';
import { useTimelineItems } from './use-timeline-items.ts';

/** What happened, by the time it happened, newest at the foot; stays at its end while it is there. */
export const TimelinePanel = () => {
  const [overdue, setOverdue] = useState<readonly OverdueRow[]>([]);
  const { rows, items, shown } = useTimelineItems(overdue);
  const hasProblems = useIncident((open) => open.problems.length > 0);
  const [isAtEnd, setAtEnd] = useState(true);
  const listRef = useRef<VirtualListHandle>(null);
  const zone = useZone();
  const renderItem = useCallback((item: TimelineItem) => <Line item={item} zone={zone} />, [zone]);
  const count = countOf(rows.length, 'entry', 'entries');
  return (
    <Panel
      action={<TimelineFilters rows={rows} />}
      className={styles.panel}
      count={shown === rows.length ? count : `${shown} of ${count}`}
      heading="Timeline"
      isFlush
    >
      <OverdueWatch onChange={setOverdue} />
      {hasProblems ? <JournalProblems /> : null}
      <div aria-hidden="true" className={styles.columns}>
        <span>Happened</span>
        <span>Recorded</span>
      </div>
      <VirtualList
        anchor="end"
        className={styles.list}
        empty={<Empty isFiltered={rows.length > 0} />}
        estimateRem={1.5}
        items={items}
        keyOf={keyOf}
        label="Entries"
        onActivate={openMenu}
        onAtEndChange={setAtEnd}
        onFocusChange={selectItem}
        ref={listRef}
        renderItem={renderItem}
      />
      {isAtEnd ? null : (
        <div className={styles.toEnd}>
          <Button offer="Go to the newest entry" onPress={() => listRef.current?.scrollToEnd()} size="small">
            To the newest
          </Button>
        </div>
      )}
    </Panel>
  );
};

const Line = ({ item, zone }: { readonly item: TimelineItem; readonly zone: string }) =>
  item.type === 'row' ? (
    <RowLine marks={item.marks} row={item.row} zone={zone} />
  ) : (
    <PlainLine item={item} zone={zone} />
  );

const Empty = ({ isFiltered }: { readonly isFiltered: boolean }) => (
  <div className={styles.empty}>
    <EmptyLine>
      {isFiltered ? 'Nothing here under this filter.' : 'Nothing recorded yet. Type what you see and press Enter.'}
    </EmptyLine>
  </div>
);

const keyOf = ({ key }: TimelineItem): string => key;
const selectItem = (item: TimelineItem | null): void => selectRow(item?.type === 'row' ? item.row.id : undefined);
const openMenu = (item: TimelineItem): void => {
  if (item.type === 'row') askForMenu(item.row.id);
};
