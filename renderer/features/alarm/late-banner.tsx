import { useMemo } from 'react';
import { formatDuration } from '../../../shared/kernel/duration.ts';
import { elapsedMs } from '../../../shared/kernel/instant.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import { deadlines, lateByAnInterval } from '../../../shared/updates/alarms.ts';
import { useZone } from '../../state/app-store.ts';
import { useNow } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { showWorkspace, useView } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Across the page under Next: an audience has waited a whole interval too long (level 3). */
export const LateBanner = () => {
  const state = useIncident((open) => open.state);
  const playbook = useIncident((open) => open.playbook);
  const workspace = useView((view) => view.workspace);
  const zone = useZone();
  const now = useNow();
  const late = useMemo(() => {
    const { lifecycle, timeline, updates } = state;
    return lateByAnInterval(deadlines({ playbook, lifecycle, timeline, updates }, now));
  }, [state, playbook, now]);
  const [first] = late;
  if (!first) return null;
  const isWriting = workspace.name === 'composer' && workspace.audience === first.audience;
  return (
    <section aria-label="Late updates">
      {/* Announced once when it became due; its seconds must not be read out. */}
      <Notice
        action={
          isWriting ? undefined : (
            <Button onPress={() => showWorkspace({ name: 'composer', audience: first.audience })} size="small">
              {`Write the ${first.name}`}
            </Button>
          )
        }
        isSilent
        tone="error"
      >
        {late.map(({ key, name, at }) => (
          <span key={key}>
            {name} is a whole interval late: <Mono>{formatDuration(elapsedMs(at, now))}</Mono>, due at{' '}
            <Mono>{formatClock(at, zone)}</Mono>.{' '}
          </span>
        ))}
      </Notice>
    </section>
  );
};
