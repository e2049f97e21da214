import { IconCheck, IconCopy } from '@tabler/icons-react';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Brief } from '../../../shared/incident/brief.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { capital } from '../../../shared/kernel/words.ts';
import { formatClock, zoneName } from '../../../shared/kernel/zone.ts';
import { tidyName } from '../../../shared/roles/same-person.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { announce, openDialog } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { classNames } from '../../ui/class-names.ts';
import { type Copied, copyText } from '../../ui/copy-text.ts';
import { Mono } from '../../ui/mono.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useOffers } from '../../ui/offers.ts';
import { TextField } from '../../ui/text-field.tsx';
import styles from './acceptance.module.css';
import { acceptWords, announcement, offerWords, roleThing } from './handoff-words.ts';
import { setLiveAccept } from './live-handoff.ts';

interface AcceptanceProps {
  readonly brief: Brief;
  readonly zone: string;
  readonly readOnly: string | undefined;
}

/** Offer, read back, accept, announce. The role changes hands at the one instant of acceptance. */
export const Acceptance = ({ brief, zone, readOnly }: AcceptanceProps) => {
  const { offer, role, roleName, name, holder } = brief;
  const thing = roleThing(role, roleName);
  if (!offer || offer.state === 'cancelled')
    return (
      <div className={styles.none}>
        <h2>Nothing is offered</h2>
        <p className="dim">
          {holder === undefined ? `Nobody holds ${roleName}.` : `${holder} holds ${roleName}.`}
          {offer ? ` The offer to ${offer.event.to} was cancelled.` : ''}
        </p>
        <Button
          keys={role === 'ic' ? 'Alt H' : undefined}
          offer={role === 'ic' || role === 'lead' ? undefined : `Hand off ${thing}`}
          onPress={() => openDialog({ name: 'offer-handoff', role })}
          unavailable={readOnly}
        >
          {`Hand off ${thing}`}
        </Button>
      </div>
    );
  const { event } = offer;
  const from = event.from || holder || '';
  const accepted = offer.state === 'accepted' ? offer.at : undefined;
  return (
    <>
      <h2>Two people, one instant</h2>
      <p className={styles.lead}>
        {accepted
          ? `It moved when ${event.to} accepted. No gap, no overlap.`
          : `${capital(thing)} moves when the second one confirms. No gap, no overlap.`}
      </p>
      <Step heading={`${from || 'Offered'}${from ? ' offers' : ''}`} isDone n={1}>
        <p className={styles.say}>"{offerWords(thing, name)}"</p>
        <p className="dim2 t12">
          <Mono dateTime={event.occurredAt}>{formatClock(event.occurredAt, zone, true)}</Mono>, recorded
        </p>
      </Step>
      <Accepting accepted={accepted} brief={brief} key={event.id} readOnly={readOnly} thing={thing} zone={zone} />
      <TellEveryone accepted={accepted} brief={brief} from={from} thing={thing} zone={zone} />
    </>
  );
};

interface AcceptingProps extends AcceptanceProps {
  readonly accepted: Instant | undefined;
  readonly thing: string;
}

const Accepting = ({ brief, accepted, thing, zone, readOnly }: AcceptingProps) => {
  const { offer } = brief;
  const [read, setRead] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState('');
  const nameField = useRef<HTMLInputElement>(null);
  const form = useCommandForm([read, typed], () => announce(`${offer?.event.to ?? ''} has ${thing}.`));
  const cancelling = useCommandForm([], () => announce('Hand-off cancelled.'));
  const { id, to, risks } = offer?.event ?? { id: undefined, to: '', risks: [] };
  const unavailable =
    form.unavailable ?? (tidyName(typed) === '' ? `${to} types the name first, and says it aloud.` : undefined);

  const turn = (risk: string) => setRead(read.includes(risk) ? read.filter((one) => one !== risk) : [...read, risk]);
  const accept = () => {
    if (unavailable !== undefined) return announce(unavailable, 'refused');
    if (id !== undefined && accepted === undefined)
      void form.record({
        type: 'AcceptHandoff',
        offer: id,
        person: typed,
        risksReadBack: risks.filter((risk) => read.includes(risk)),
      });
  };
  useOffers(
    accepted === undefined && readOnly === undefined
      ? risks.map((risk) => ({
          label: `${read.includes(risk) ? 'Not read back' : 'Read back'}: ${risk}`,
          run: () => turn(risk),
        }))
      : [],
  );
  useLayoutEffect(() => (accepted === undefined ? setLiveAccept(accept) : undefined));
  // After the entry line's own wish for the focus: whoever takes over types here.
  useEffect(() => nameField.current?.focus({ preventScroll: true }), []);

  const other = form.problemBeside('person') ?? cancelling.problemBeside();
  const known = accepted === undefined ? read : (brief.readBack ?? []);
  const isAllRead = risks.every((risk) => known.includes(risk));
  return (
    <>
      <Step heading={readBackHeading(to, risks, known)} isDone={risks.length > 0 && isAllRead} n={2}>
        {risks.length === 0 ? <p className="dim">None were named. Ask: what goes wrong next?</p> : null}
        {accepted === undefined ? (
          <div className={styles.read}>
            {risks.map((risk) => (
              <Checkbox
                isDisabled={readOnly !== undefined}
                isSelected={read.includes(risk)}
                key={risk}
                onChange={() => turn(risk)}
              >
                {risk}
              </Checkbox>
            ))}
          </div>
        ) : (
          <p className="dim">{`${risks.filter((risk) => known.includes(risk)).length} of ${risks.length} read back, as recorded.`}</p>
        )}
      </Step>
      <Step
        heading={`${to} ${accepted ? 'accepted' : 'accepts'}`}
        isDone={accepted !== undefined}
        isNow={accepted === undefined}
        n={3}
      >
        {accepted ? (
          <>
            <p className={styles.say}>"{acceptWords(thing)}."</p>
            <p className="dim2 t12">
              <Mono dateTime={accepted}>{formatClock(accepted, zone, true)}</Mono>, for both of them
            </p>
          </>
        ) : (
          <div className={styles.accept}>
            <TextField
              inputRef={nameField}
              isReadOnly={readOnly !== undefined}
              label="Type your name, then say it aloud"
              onChange={setTyped}
              problem={form.problemOf('person')}
              value={typed}
            />
            <div className={styles.big}>
              <Button
                isWide
                keys="Ctrl Enter"
                onPress={accept}
                size="large"
                unavailable={unavailable}
                variant="primary"
              >
                {acceptWords(thing)}
              </Button>
            </div>
            {other === undefined ? null : <Notice tone="error">{other}</Notice>}
            <Button
              offer="Cancel hand-off"
              onPress={() => {
                if (id !== undefined) void cancelling.record({ type: 'CancelHandoff', offer: id });
              }}
              size="small"
              unavailable={cancelling.unavailable}
              variant="ghost"
            >
              Cancel hand-off
            </Button>
          </div>
        )}
      </Step>
    </>
  );
};

const readBackHeading = (to: string, risks: readonly string[], known: readonly string[]): string => {
  const count = risks.filter((risk) => known.includes(risk)).length;
  return count === risks.length
    ? `${to} reads back the risks`
    : `${to} reads back the risks, ${count} of ${risks.length}`;
};

interface TellEveryoneProps {
  readonly brief: Brief;
  readonly accepted: Instant | undefined;
  readonly thing: string;
  readonly from: string;
  readonly zone: string;
}

const TellEveryone = ({ brief, accepted, thing, from, zone }: TellEveryoneProps) => {
  const [copied, setCopied] = useState<Copied>();
  const clock = (at: Instant) => `${formatClock(at, zone)} ${zoneName(at, zone)}`;
  // A time that has passed is no promise any more: it is owed, and Next says so.
  const ahead = brief.promises.filter(({ state }) => state === 'ok' || state === 'soon');
  const next = ahead.find(({ id }) => id === 'public') ?? ahead[0];
  const button = useRef<HTMLButtonElement>(null);
  const wasAccepted = useRef(accepted !== undefined);
  // The field and the button of the acceptance are gone; telling everyone is what comes next.
  useEffect(() => {
    if (accepted !== undefined && !wasAccepted.current) button.current?.focus();
    wasAccepted.current = accepted !== undefined;
  }, [accepted]);
  const text = announcement({
    thing,
    name: brief.name,
    to: brief.offer?.event.to ?? '',
    from,
    since: accepted && clock(accepted),
    next: next && { audience: next.name, at: clock(next.at) },
  });
  return (
    <Step heading="Tell everyone" isDone={copied === 'rich' || copied === 'plain'} isNow={accepted !== undefined} n={4}>
      <p className={styles.announcement}>"{text}"</p>
      <Button
        icon={<IconCopy stroke={1.75} />}
        offer="Copy announcement"
        onPress={() => void copyText(text).then(setCopied)}
        ref={button}
        unavailable={accepted ? undefined : 'Not before it is accepted.'}
      >
        Copy announcement
      </Button>
      <p className="dim t12" role="status">
        {copied === undefined
          ? ''
          : copied === 'failed'
            ? 'Not copied: the clipboard refused. Select the text and press Ctrl C.'
            : 'Copied. Post it in chat and on the board; communications tell executives.'}
      </p>
    </Step>
  );
};

interface StepProps {
  readonly n: number;
  readonly heading: string;
  readonly isDone: boolean;
  /** Stays in sight at the foot of the column, whatever of the steps before it is scrolled. */
  readonly isNow?: boolean;
  readonly children: ReactNode;
}

const Step = ({ n, heading, isDone, isNow = false, children }: StepProps) => (
  <section className={classNames(styles.step, isDone && styles.done, isNow && styles.now)}>
    <span className={styles.number}>
      {isDone ? <IconCheck aria-hidden="true" size="0.875rem" stroke={2.5} /> : n}
      {isDone ? <span className="sr">Done:</span> : null}
    </span>
    <div>
      <h3>{heading}</h3>
      {children}
    </div>
  </section>
);
