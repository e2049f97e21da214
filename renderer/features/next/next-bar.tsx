import { useMemo } from 'react';
import { useZone } from '../../state/app-store.ts';
import { useNow } from '../../state/clock.ts';
import { type DraftNote, useDraftNotes } from '../../state/draft-notes.ts';
import { useIncident } from '../../state/incident-store.ts';
import { focusEntryLine, openDialog, showScreen, showWorkspace, useView } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Mono } from '../../ui/mono.tsx';
import { useOffers } from '../../ui/offers.ts';
import { type StateKind, StateShape } from '../../ui/state-shape.tsx';
import { StateText } from '../../ui/state-text.tsx';
import styles from './next-bar.module.css';
import { type NextItem, type NextTarget, type Sentence, spoken } from './next-item.ts';
import { projectNext, type RecordTrouble } from './project-next.ts';

interface NextBarProps {
  /** A command that could not be written, as a sentence with the way out; late ones the bar sees itself. */
  readonly failed?: RecordTrouble | undefined;
}

/** One fixed place for what to do now. Its height never changes; the one filled block of the screen is here. */
export const NextBar = ({ failed }: NextBarProps) => {
  const state = useIncident((open) => open.state);
  const playbook = useIncident((open) => open.playbook);
  const readOnly = useIncident((open) => open.readOnly);
  const pending = useIncident((open) => open.pending);
  const workspace = useView((view) => view.workspace.name);
  const notes = useDraftNotes();
  const zone = useZone();
  const now = useNow();
  const late = pending.find(({ isLate }) => isLate);
  const draftNotes = useMemo(() => new Map([...notes].map(([id, note]) => [id, noteSentence(note)])), [notes]);
  const trouble = failed ?? (late ? { kind: 'late' as const, since: late.since } : undefined);
  const next = useMemo(
    () => projectNext({ state, playbook, now, zone, trouble, draftNotes }),
    [state, playbook, now, zone, trouble, draftNotes],
  );
  const { first, following, isFilled, isAcross, quiet } = next;
  // It leads where the person is already.
  const isThere = first && workspace === places[first.act.target.kind];
  const isAllowed = ({ act }: NextItem) => act.target.kind !== 'dialog' || readOnly === null;
  useOffers([
    ...(first && isAllowed(first) ? [{ label: `Next: ${first.act.label}`, run: () => go(first.act.target) }] : []),
    ...following
      .filter(isAllowed)
      .map((item) => ({ label: `Then: ${item.brief.before}`, run: () => go(item.act.target) })),
  ]);
  return (
    <section
      aria-label="Next"
      className={classNames(styles.bar, isFilled && styles.filled, isAcross && styles.across)}
      data-region=""
      tabIndex={-1}
    >
      <div className={styles.one}>
        <span className={classNames(styles.shape, first && !isFilled && styles[first.shape])}>
          <StateShape kind={first ? shapeOf(first) : 'running'} size="large" />
        </span>
        <div className={styles.words}>
          <p className={styles.what} title={spoken(first ? first.what : quiet.what)}>
            <Words of={first ? first.what : quiet.what} />
          </p>
          <p className={styles.why} title={first?.why}>
            {first ? first.why : <Words of={quiet.why} />}
          </p>
        </div>
        {first && !isThere ? <ActButton isFilled={isFilled} item={first} readOnly={readOnly} /> : null}
      </div>
      {following.length === 0 ? null : (
        <div className={styles.then}>
          <span className="dim2 t12">Then</span>
          <ul className={styles.list}>
            {following.map((item) => (
              <li key={item.id}>
                <button className={styles.thenButton} onClick={() => go(item.act.target)} type="button">
                  <StateText kind={shapeOf(item)} tone="plain">
                    <Words of={item.brief} />
                  </StateText>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
};

interface ActButtonProps {
  readonly item: NextItem;
  readonly isFilled: boolean;
  readonly readOnly: string | null;
}

const ActButton = ({ item, isFilled, readOnly }: ActButtonProps) => (
  <span data-next-action="">
    <Button
      keys={item.act.keys}
      onPress={() => go(item.act.target)}
      size={isFilled ? 'large' : 'normal'}
      // Only a dialog records something: looking at a draft or at what was typed is always possible.
      unavailable={item.act.target.kind === 'dialog' ? (readOnly ?? undefined) : undefined}
      variant={isFilled ? 'alarm' : 'quiet'}
    >
      {item.act.label}
    </Button>
  </span>
);

const Words = ({ of: { before, duration, after } }: { readonly of: Sentence }) => (
  <>
    {before}
    {duration === undefined ? null : (
      <>
        {' '}
        <Mono>{duration}</Mono>
      </>
    )}
    {after === undefined ? null : ` ${after}`}
  </>
);

const shapeOf = ({ shape, isEscalated }: NextItem): StateKind => (isEscalated === true ? 'escalated' : shape);

const noteSentence = ({ toCheck }: DraftNote): string => {
  if (toCheck === 0) return 'Draft ready.';
  return toCheck === 1 ? 'Draft ready, 1 thing to check.' : `Draft ready, ${toCheck} things to check.`;
};

/** Workspaces that a target opens. */
const places: Partial<Record<NextTarget['kind'], string>> = { compose: 'composer', handoff: 'handoff' };

const go = (target: NextTarget): void => {
  switch (target.kind) {
    case 'compose':
      showWorkspace({ name: 'composer', audience: target.audience });
      return;
    case 'handoff':
      showWorkspace({ name: 'handoff', role: target.role });
      return;
    case 'dialog':
      openDialog(target.dialog);
      return;
    case 'review':
      showScreen('review');
      return;
    case 'entry':
      focusEntryLine();
      return;
  }
};
