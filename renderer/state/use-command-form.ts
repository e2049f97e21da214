import { useRef, useState } from 'react';
import type { Command } from '../../shared/incident/command.ts';
import { execute, useIncident } from './incident-store.ts';
import { useForgetTyped } from './use-typed.ts';
import { closeDialog } from './view-store.ts';

export interface CommandForm {
  /** Sends one after the other and stops at the first that is refused; a second press while one is on its way is lost. */
  readonly record: (...commands: readonly Command[]) => Promise<void>;
  /** Says beside a field what is missing, where there is no command to send yet. */
  readonly refuse: (field: string, sentence: string) => void;
  /** Why the field is refused, by the name that the command gives it. */
  readonly problemOf: (...fields: readonly string[]) => string | undefined;
  /** The refusal that belongs to none of these fields: it stands at the foot. */
  readonly problemBeside: (...shown: readonly string[]) => string | undefined;
  /** Whether the last try was refused with one of these codes: a refusal that has a way out offers it as a button. */
  readonly isRefusedAs: (...codes: readonly string[]) => boolean;
  /** Why the primary button cannot be pressed now: read only, or on its way to the disk. */
  readonly unavailable: string | undefined;
}

/**
 * What every form that records something needs: busy while pending, text kept on refusal, done and emptied when it is on
 * disk.
 *
 * @param typed all that can be changed in the form: once one of them is another one, the last refusal is gone
 */
export const useCommandForm = (typed: readonly unknown[], done: () => void = closeDialog): CommandForm => {
  const readOnly = useIncident((open) => open.readOnly);
  const forgetTyped = useForgetTyped();
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{
    readonly code: string;
    readonly sentence: string;
    readonly field?: string;
  }>();
  const isUnderWay = useRef(false);
  const [said, setSaid] = useState(typed);
  if (said.some((value, at) => !Object.is(value, typed[at]))) {
    setSaid(typed);
    // It was said of what stood there before.
    setRefused(undefined);
  }

  const record = async (...commands: readonly Command[]): Promise<void> => {
    if (isUnderWay.current || readOnly !== null) return;
    isUnderWay.current = true;
    setBusy(true);
    setRefused(undefined);
    const refusal = await executeAll(commands);
    isUnderWay.current = false;
    setBusy(false);
    if (refusal) return setRefused(refusal);
    forgetTyped();
    done();
  };

  return {
    record,
    refuse: (field, sentence) => setRefused({ code: 'form.missing', field, sentence }),
    problemOf: (...fields) => (refused?.field && fields.includes(refused.field) ? refused.sentence : undefined),
    problemBeside: (...shown) => (refused && !shown.includes(refused.field ?? '') ? refused.sentence : undefined),
    isRefusedAs: (...codes) => refused !== undefined && codes.includes(refused.code),
    unavailable: readOnly ?? (isBusy ? 'Recording: it is on its way to the disk.' : undefined),
  };
};

const executeAll = async (commands: readonly Command[]) => {
  for (const command of commands) {
    const reply = await execute(command);
    if (!reply.ok) return reply.error;
  }
  return undefined;
};
