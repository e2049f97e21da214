import type { EventId } from '../../../shared/record/ids.ts';
import { useZone } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useChosen, useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldPair, FieldStack } from '../../ui/field-stack.tsx';
import { MomentField } from '../../ui/moment-field.tsx';
import { emptyMoment, type MomentReading, type MomentText, readMoment } from '../../ui/read-moment.ts';
import { TextField } from '../../ui/text-field.tsx';
import { emptyOption, letterOf, type OptionText, optionWords, toList, toOptions } from './option-words.ts';
import { OptionsEditor } from './options-editor.tsx';

/** Decides a waiting question, or records a decision nobody had asked for. What users will see moves the update clocks. */
export const DecisionDialog = ({ asked }: { readonly asked?: EventId }) => {
  const waiting = useIncident((open) =>
    asked === undefined ? undefined : open.state.timeline.waiting.get(asked),
  )?.event;
  const longFactor = useIncident((open) => open.playbook.settings.longIncidentFactor);
  const zone = useZone();
  const [question, setQuestion] = useTyped('question', '');
  const [options, setOptions] = useTyped<readonly OptionText[]>('options', [emptyOption]);
  const [chosen, setChosen] = useTyped('chosen', '');
  const [because, setBecause] = useTyped('because', '');
  const [consulted, setConsulted] = useTyped('consulted', '');
  const [objections, setObjections] = useTyped('objections', '');
  const [userEffect, setUserEffect] = useTyped('userEffect', '');
  const [cadence, setCadence] = useChosen<'1' | 'long'>('cadence', '1');
  const [moment, setMoment] = useTyped<MomentText>('moment', emptyMoment);
  const [again, setAgain] = useTyped<MomentText>('again', emptyMoment);
  const form = useCommandForm([
    question,
    options,
    chosen,
    because,
    consulted,
    objections,
    userEffect,
    cadence,
    moment,
    again,
  ]);
  const reading = readMoment(moment, zone, currentInstant());
  const lookAgain = readMoment(again, zone, currentInstant(), 'coming');
  const offered = waiting ? waiting.options : toOptions(options);

  const record = () => {
    if (!isRead(reading) || !isRead(lookAgain)) return;
    void form.record({
      type: 'MakeDecision',
      chosen,
      ...(waiting ? { asked: waiting.id } : { question, options: offered }),
      ...(because.trim() ? { because: because.trim() } : {}),
      ...(toList(consulted).length > 0 ? { consulted: toList(consulted) } : {}),
      ...(objections.trim() ? { objections: [objections.trim()] } : {}),
      ...(userEffect.trim() ? { userEffect: userEffect.trim() } : {}),
      ...(cadence === 'long' ? { cadenceFactor: longFactor } : {}),
      ...(lookAgain.kind === 'at' ? { reviewAt: lookAgain.at } : {}),
      ...(reading.kind === 'at' ? { at: reading.at, typed: reading.typed } : {}),
    });
  };

  return (
    <DialogFrame
      intro={waiting ? `Asked by ${waiting.askedBy ?? 'the team'}.` : 'Plan, objections, and we go.'}
      note={form.problemBeside('chosen', 'question', 'options', 'cadenceFactor', 'at', 'reviewAt')}
      onCancel={closeDialog}
      primary={{ label: 'Record decision', onPress: record, unavailable: form.unavailable }}
      title={waiting ? waiting.question : 'Decide'}
    >
      <FieldStack>
        {waiting ? null : (
          <>
            <TextField label="Question" onChange={setQuestion} problem={form.problemOf('question')} value={question} />
            <OptionsEditor onChange={setOptions} options={options} problem={form.problemOf('options')} />
          </>
        )}
        {offered.length === 0 ? null : (
          <ChoiceField
            hasDigitKeys
            hint="Choose one, or write something else below."
            isStacked
            label="Option"
            onChange={setChosen}
            options={offered.map((option, index) => ({
              id: option.text,
              label: letterOf(index),
              detail: optionWords(option),
            }))}
            value={offered.find(({ text }) => text === chosen)?.text ?? null}
          />
        )}
        <TextField
          autoFocus
          isRequired
          label="Decided"
          onChange={setChosen}
          problem={form.problemOf('chosen')}
          value={chosen}
        />
        <TextField label="Because" onChange={setBecause} value={because} />
        <FieldPair>
          <TextField
            hint="Optional. Names, separated by commas."
            label="Consulted"
            onChange={setConsulted}
            value={consulted}
          />
          <TextField
            hint="Optional. Who strongly objects? Left empty, nobody does."
            label="Objections"
            onChange={setObjections}
            value={objections}
          />
        </FieldPair>
        <TextField
          hint="Optional. What users will see; it brings the next updates forward."
          label="Effect on users"
          onChange={setUserEffect}
          value={userEffect}
        />
        <FieldPair>
          <ChoiceField
            label="Update cadence"
            onChange={setCadence}
            options={[
              { id: '1', label: 'As it is' },
              { id: 'long', label: `Times ${longFactor}, long incident` },
            ]}
            problem={form.problemOf('cadenceFactor')}
            value={cadence}
          />
          <MomentField
            label="Decided at"
            now={currentInstant()}
            onChange={setMoment}
            problem={form.problemOf('at')}
            value={moment}
            zone={zone}
          />
        </FieldPair>
        <MomentField
          emptyHint="Optional. Left empty, it stands until somebody decides again."
          isComing
          label="Look at it again at"
          now={currentInstant()}
          onChange={setAgain}
          problem={form.problemOf('reviewAt')}
          value={again}
          zone={zone}
        />
      </FieldStack>
    </DialogFrame>
  );
};

const isRead = ({ kind }: MomentReading): boolean => kind === 'now' || kind === 'at';
