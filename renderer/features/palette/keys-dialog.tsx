import type { AppAction } from '../../state/action.ts';
import { closeDialog, openDialog } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { keyWords } from './key-words.ts';
import styles from './keys-dialog.module.css';

/** All keys on one page, by what they do. Keys that mean nothing on this screen are listed too, in grey. */
export const KeysDialog = ({ actions }: { readonly actions: readonly AppAction[] }) => {
  const groups = groupBy(
    actions.filter(({ keys }) => keys),
    ({ group }) => group,
  );
  return (
    <DialogFrame
      cancelLabel="Close"
      extraActions={
        <Button onPress={() => openDialog({ name: 'global-keys' })} size="large">
          Global keys
        </Button>
      }
      onCancel={closeDialog}
      title="All keys"
      width="wide"
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling page must be reachable with the keyboard */}
      <section aria-label="Keys by what they do" className={styles.groups} tabIndex={0}>
        {[...groups].map(([group, members]) => (
          <section aria-label={group} key={group}>
            <h3 className={styles.head}>{group}</h3>
            <ul>
              {members.map((action) => (
                <li className={action.isAvailable() ? styles.key : styles.off} key={action.id}>
                  <span>{action.label}</span>
                  {allKeys(action).map((keys) => (
                    <KeyCap key={keys} keys={keyWords(keys)} />
                  ))}
                  <span className="sr">{allKeys(action).map(keyWords).join(' or ')}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </section>
    </DialogFrame>
  );
};

const allKeys = ({ keys, alsoKeys = [] }: AppAction): readonly string[] => [...(keys ? [keys] : []), ...alsoKeys];

const groupBy = <Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> => {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};
