import { useState } from 'react';
import { useZone } from '../../state/app-store.ts';
import { currentInstant, useNow } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { MomentField } from '../../ui/moment-field.tsx';
import { emptyMoment } from '../../ui/read-moment.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './recovery-dialog.module.css';
import { instantWords, type RecoveryForm, toCommands } from './recovery-form.ts';

/** What may be lost and how long it may be down, and the instants that say how it goes (domain.md section 8). */
export const RecoveryDialog = () => {
  const tracks = useIncident((open) => open.state.lifecycle.recoveryTracks);
  const services = useIncident((open) => open.state.lifecycle.services);
  const zone = useZone();
  const now = useNow();
  const names = [...new Set([...tracks.keys(), ...services])];
  const [fields, setFields] = useTyped<RecoveryForm>('fields', {
    dataset: names[0] ?? '',
    rpo: '',
    rto: '',
    mtpd: '',
    minService: '',
    instant: null,
    at: emptyMoment,
    reason: '',
  });
  const form = useCommandForm([fields]);
  const [problem, setProblem] = useState<string>();
  const change = (part: Partial<RecoveryForm>) => {
    setFields((before) => ({ ...before, ...part }));
    setProblem(undefined);
  };
  const needsReason = fields.instant === 'lossUntil' || fields.instant === 'downFrom';

  const record = () => {
    const read = toCommands(fields, zone, currentInstant());
    setProblem('problem' in read ? read.problem : undefined);
    if ('commands' in read) void form.record(...read.commands);
  };

  return (
    <DialogFrame
      intro="Objectives and instants of one service or dataset."
      note={problem ?? form.problemBeside('reason', 'at', 'mtpdMs')}
      onCancel={closeDialog}
      primary={{ label: 'Record', onPress: record, unavailable: form.unavailable }}
      title="Data and recovery"
    >
      <FieldStack>
        <ComboBox
          autoFocus
          label="Service or dataset"
          onChange={(dataset) => change({ dataset })}
          suggestions={names.map((name) => ({ id: name, label: name }))}
          value={fields.dataset}
        />
        <div className={styles.two}>
          <TextField
            hint="Most data, as time, that may be lost."
            isMono
            label="RPO"
            onChange={(rpo) => change({ rpo })}
            placeholder="for example 15m"
            value={fields.rpo}
          />
          <TextField
            hint="Longest stop that is acceptable."
            isMono
            label="RTO"
            onChange={(rto) => change({ rto })}
            placeholder="for example 4h"
            value={fields.rto}
          />
        </div>
        <div className={styles.two}>
          <TextField
            hint="Beyond it the stop is intolerable. Not below the RTO."
            isMono
            label="MTPD"
            onChange={(mtpd) => change({ mtpd })}
            placeholder="for example 12h"
            problem={form.problemOf('mtpdMs')}
            value={fields.mtpd}
          />
          <TextField
            hint="What counts as first relief."
            label="Minimum service"
            onChange={(minService) => change({ minService })}
            placeholder="for example read only"
            value={fields.minService}
          />
        </div>
        <div className={styles.two}>
          <Select
            label="Which moment"
            onChange={(instant) => change({ instant })}
            options={instantWords}
            placeholder="None now"
            value={fields.instant}
          />
          <MomentField
            label="At"
            now={now}
            onChange={(at) => change({ at })}
            problem={form.problemOf('at')}
            value={fields.at}
            zone={zone}
          />
        </div>
        {needsReason ? (
          <TextField
            label="Why it counts from there"
            onChange={(reason) => change({ reason })}
            problem={form.problemOf('reason')}
            value={fields.reason}
          />
        ) : null}
      </FieldStack>
    </DialogFrame>
  );
};
