import { useLayoutEffect, useRef } from 'react';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import type { Situation } from '../../../shared/playbook/playbook.ts';
import { clockText } from '../../../shared/updates/fact-context.ts';
import { withNextTime } from '../../../shared/updates/next-times.ts';
import { useZone } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { announce } from '../../state/view-store.ts';
import { copyText } from '../../ui/copy-text.ts';
import { Mono } from '../../ui/mono.tsx';
import { Changes } from './changes.tsx';
import { checkId } from './checks-panel.tsx';
import type { Composition } from './compose.ts';
import styles from './composer.module.css';
import { ComposerHead } from './composer-head.tsx';
import {
  answerCopy,
  changeClaims,
  changePlace,
  forgetPlace,
  holdText,
  putBack,
  startAgain,
  writeText,
} from './composer-store.ts';
import { DraftField } from './draft-field.tsx';
import { DraftOrigin } from './draft-origin.tsx';
import { factWords } from './fact-words.ts';
import { setLiveComposer } from './live-composer.ts';
import { MendForm } from './mend-form.tsx';
import { NextTimeField } from './next-time-field.tsx';
import { SendBar } from './send-bar.tsx';
import { StatusWordChoice } from './status-word-choice.tsx';
import { statusOptions } from './status-words.ts';
import type { ComposerTarget, Composing } from './use-composition.ts';

interface DraftWorkProps {
  readonly composing: Composing & { readonly composition: Composition };
  readonly target: ComposerTarget;
  readonly inputRef: React.RefObject<HTMLTextAreaElement | null>;
  readonly readOnly: string | undefined;
}

/** The text itself with its controls, from the status word to "Mark as sent", and what it changes. */
export const DraftWork = ({ composing, target, inputRef, readOnly }: DraftWorkProps) => {
  const { incident, key, input, place, composition } = composing;
  const { audience, text, rendered, report, zone, now, blocked, command, title, last } = composition;
  // What was done when is told in the zone of the screen; only what stands in the text is in that of its readers.
  const screenZone = useZone();
  const sentAt = useRef<Instant>(undefined);
  const form = useCommandForm([text, place.mending, place.wrong, place.right, place.reason], () => {
    const at = sentAt.current ?? currentInstant();
    announce(`${title} marked as sent at ${formatClock(at, screenZone, true)}.`);
    forgetPlace(incident, key, { at, title });
  });
  const original = target.corrects === undefined ? undefined : input.updates.sent.get(target.corrects);

  const [fact] = blocked;
  const cannotGoOut = fact
    ? `${factWords[fact.name]}: ${fact.text}. Record it, or take the words in brackets out.`
    : command === undefined
      ? 'There is no text yet.'
      : undefined;
  const markUnavailable = form.unavailable ?? cannotGoOut;

  const write = (next: string) => writeText(incident, key, next, composition.situation);
  const copy = () => {
    if (cannotGoOut !== undefined || command === undefined)
      return announce(cannotGoOut ?? 'There is no text yet.', 'refused');
    const at = currentInstant();
    // Copied again it is still the text of the first copy: what has changed since then stays said.
    const first = place.copied ?? { command, rendered: rendered?.text, head: composition.head };
    holdText(incident, key, text, { command: first.command, rendered: first.rendered, head: first.head, at });
    void copyText(text).then((how) => {
      answerCopy(incident, key, at, how);
      if (how === 'failed') announce('Not copied: the clipboard refused.', 'refused');
      else announce('Update copied.');
    });
  };
  const mark = () => {
    if (markUnavailable !== undefined || command === undefined)
      return announce(markUnavailable ?? 'There is no text yet.', 'refused');
    sentAt.current = currentInstant();
    void form.record({ ...command, at: sentAt.current });
  };
  const chooseSituation = (situation?: Situation) => {
    startAgain(incident, key, situation);
    inputRef.current?.focus();
  };
  const chooseTime = (at: Instant) => {
    if (place.text === undefined) changePlace(incident, key, { nextAt: at });
    else write(withNextTime(text, clockText(at, { now, zone })));
  };

  useLayoutEffect(() =>
    setLiveComposer({
      copy,
      markSent: mark,
      useNoChange: () => chooseSituation('no-change'),
      startAgain: () => chooseSituation(),
    }),
  );

  const statuses = statusOptions(input, now, screenZone);
  const locked = statuses.find((option) => option.locked !== undefined);
  const hasStatus = audience === 'public' && !original;
  return (
    <>
      <ComposerHead title={title}>
        {hasStatus ? <StatusWordChoice onChange={write} readOnly={readOnly} statuses={statuses} text={text} /> : null}
      </ComposerHead>
      {original ? (
        <MendForm
          form={form}
          onChange={(change) => changeClaims(incident, key, change)}
          original={original}
          place={place}
        />
      ) : null}
      <div className={styles.text}>
        <DraftField
          inputRef={inputRef}
          isReadOnly={readOnly !== undefined}
          label={`${title} draft`}
          onChange={write}
          onNumber={(number) => document.getElementById(checkId(number))?.focus()}
          rendered={rendered}
          text={text}
          warnings={report.open}
        />
        {rendered === undefined && text === '' ? (
          <p className="dim">The playbook has no text for this. Write your own.</p>
        ) : null}
      </div>
      <div className={styles.under}>
        <DraftOrigin
          composition={composition}
          hasSetAside={(place.setAside?.length ?? 0) > 0}
          onPutBack={() => putBack(incident, key)}
          onStartAgain={chooseSituation}
          readOnly={readOnly}
        />
        <span className="grow" />
        {hasStatus && locked ? <span className={styles.origin}>{`${locked.word}: ${locked.locked}`}</span> : null}
      </div>
      <div className={styles.controls}>
        {composition.closing ? (
          <p className="dim">This is the last update to this audience: its clock stops.</p>
        ) : audience === 'regulator' ? (
          <p className="dim">Prepared here, sent by the legal or privacy owner. Not legal advice.</p>
        ) : (
          <NextTimeField
            composition={composition}
            input={input}
            isReadOnly={readOnly !== undefined}
            key={key}
            onChoose={chooseTime}
          />
        )}
        <span className={styles.count}>
          <Mono>{report.length.chars}</Mono>
          {report.length.max === undefined ? ' characters' : ` of ${report.length.max} characters`}
        </span>
      </div>
      <SendBar
        copied={place.copied}
        copyUnavailable={cannotGoOut}
        hasMovedOn={composition.hasMovedOn}
        markUnavailable={markUnavailable}
        onCopy={copy}
        onMark={mark}
        onStartAgain={() => chooseSituation()}
        problem={form.problemBeside('wrong', 'right', 'reason')}
        zone={screenZone}
      />
      {last && !original ? <Changes last={last} text={text} zone={screenZone} /> : null}
    </>
  );
};
