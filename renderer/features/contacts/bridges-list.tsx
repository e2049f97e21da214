import { useState } from 'react';
import type { Bridge } from '../../../shared/playbook/playbook.ts';
import { digestOf } from '../../state/typed-store.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ContactForm } from './contact-form.tsx';
import { toBridgeFields, withBridge } from './contact-list.ts';
import styles from './contacts-screen.module.css';
import { useWish } from './contacts-wish.ts';
import { PhoneNumbers } from './phone-numbers.tsx';
import type { ContactBook } from './use-contacts.ts';

interface BridgesListProps {
  readonly book: ContactBook;
  readonly shown: readonly Bridge[];
}

const fields = [
  { name: 'name', label: 'Name', isNeeded: true },
  { name: 'number', label: 'Number', isNeeded: true, isMono: true },
  { name: 'pin', label: 'PIN', isMono: true },
  { name: 'note', label: 'Note' },
] as const;

/** Phone conferences: the first thing to dial when chat is down. */
export const BridgesList = ({ book, shown }: BridgesListProps) => {
  const [editing, setEditing] = useState<{ readonly at: number | undefined }>();
  const { bridges, unavailable, problem, save } = book;
  const close = () => setEditing(undefined);
  useWish('add-bridge', () => setEditing({ at: undefined }));
  const keep = async (change: readonly Bridge[]) => {
    const isSaved = await save({ bridges: change });
    if (isSaved) close();
    return isSaved;
  };
  const form = (bridge: Bridge | undefined, at: number | undefined) => (
    <ContactForm
      extra={
        at === undefined ? undefined : (
          <Button
            offer={`Remove the bridge ${bridge?.name ?? ''}`}
            onPress={() => void keep(bridges.filter((_, index) => index !== at))}
            size="small"
            unavailable={unavailable}
            variant="ghost"
          >
            {`Remove ${bridge?.name ?? ''}`}
          </Button>
        )
      }
      fields={fields}
      form={`bridge:${bridge ? digestOf(bridge.name) : 'new'}`}
      initial={{ ...toBridgeFields(bridge) }}
      onCancel={close}
      onSave={(values) => keep(withBridge(bridges, at, values))}
      problem={problem}
      title={bridge?.name ?? 'New bridge'}
      unavailable={unavailable}
    />
  );
  return (
    <Panel
      action={
        <span data-print-hidden="">
          <Button onPress={() => setEditing({ at: undefined })} size="small" unavailable={unavailable}>
            Add a bridge
          </Button>
        </span>
      }
      count={bridges.length}
      heading="Phone bridges"
    >
      {book.source === 'none' ? (
        <p className={styles.empty}>Not read.</p>
      ) : bridges.length === 0 ? (
        <p className={styles.empty}>
          No bridge is listed. Add the conference number that everybody can dial without chat.
        </p>
      ) : null}
      <ul>
        {shown.map((bridge) => {
          const at = bridges.indexOf(bridge);
          if (editing?.at === at) return <li key={bridge.name}>{form(bridge, at)}</li>;
          return (
            <li className={styles.person} key={`${bridge.name} ${bridge.number}`}>
              <span className={styles.order} />
              <span className={styles.who}>
                <b>{bridge.name}</b>
              </span>
              <PhoneNumbers numbers={[bridge.number]} owner={bridge.name} />
              <span className={styles.more}>
                {bridge.pin === undefined ? null : (
                  <>
                    PIN <span className="mono">{bridge.pin}</span>
                  </>
                )}
                {bridge.pin !== undefined && bridge.note ? ' · ' : ''}
                {bridge.note}
              </span>
              <span className={styles.acts} data-print-hidden="">
                <Button
                  label={`Change ${bridge.name}`}
                  offer={`Change the bridge ${bridge.name}`}
                  onPress={() => setEditing({ at })}
                  size="small"
                  unavailable={unavailable}
                  variant="ghost"
                >
                  Change
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      {editing && editing.at === undefined ? form(undefined, undefined) : null}
    </Panel>
  );
};
