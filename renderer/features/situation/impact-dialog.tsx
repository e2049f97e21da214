import { levelWords } from '../../../shared/incident/words.ts';
import { impactLevel, impactScope, impactText } from '../../../shared/lifecycle/current-impact.ts';
import { type ImpactLevel, impactLevels } from '../../../shared/lifecycle/lifecycle.ts';
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
import { emptyMoment, type MomentText, readMoment } from '../../ui/read-moment.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

const all = '';

/** From when on how bad it is. None starts the watch window once the fix is in. */
export const ImpactDialog = () => {
  const lifecycle = useIncident((open) => open.state.lifecycle);
  const zone = useZone();
  const [level, setLevel] = useChosen<ImpactLevel>('level', impactLevel(lifecycle) ?? 'degraded');
  const [text, setText] = useTyped('text', '');
  const [scope, setScope] = useTyped('scope', '');
  const [service, setService] = useChosen('service', all);
  const [moment, setMoment] = useTyped<MomentText>('moment', emptyMoment);
  const form = useCommandForm([level, text, scope, service, moment]);
  const reading = readMoment(moment, zone, currentInstant());
  const before = impactText(lifecycle);
  const reach = impactScope(lifecycle);
  const record = () => {
    if (reading.kind === 'ask' || reading.kind === 'bad') return;
    void form.record({
      type: 'ChangeImpact',
      level,
      ...(text.trim() ? { text: text.trim() } : {}),
      ...(scope.trim() ? { scope: scope.trim() } : {}),
      ...(service === all ? {} : { service }),
      ...(reading.kind === 'at' ? { at: reading.at, typed: reading.typed } : {}),
    });
  };
  return (
    <DialogFrame
      intro={before ? `Now: ${before}` : undefined}
      note={form.problemBeside('level', 'text', 'scope', 'at')}
      onCancel={closeDialog}
      primary={{ label: 'Record impact', onPress: record, unavailable: form.unavailable }}
      title="Impact"
    >
      <FieldStack>
        <ChoiceField
          hasDigitKeys
          label="Level"
          onChange={setLevel}
          options={impactLevels.map((id) => ({ id, label: levelWords[id] }))}
          problem={form.problemOf('level')}
          value={level}
        />
        <TextField
          autoFocus
          hint={
            before
              ? `Optional. Left empty, “${before}” stays.`
              : 'Optional: in the words of a user. It can be said later.'
          }
          label="What users feel"
          onChange={setText}
          problem={form.problemOf('text')}
          value={text}
        />
        <TextField
          hint={`Optional, in numbers: for example 38 % of payments, about 2 900 customers. ${
            reach
              ? `“${reach}” was said before this change: say it again if it still holds, or the reach counts as not known.`
              : 'Left empty, it counts as not known.'
          }`}
          label="Reach"
          onChange={setScope}
          problem={form.problemOf('scope')}
          value={scope}
        />
        <FieldPair>
          <MomentField
            label="Since when"
            now={currentInstant()}
            onChange={setMoment}
            problem={form.problemOf('at')}
            value={moment}
            zone={zone}
          />
          {lifecycle.services.length < 2 ? null : (
            <Select
              label="Service"
              onChange={setService}
              options={[{ id: all, label: 'All of them' }, ...lifecycle.services.map((id) => ({ id, label: id }))]}
              value={service}
            />
          )}
        </FieldPair>
      </FieldStack>
    </DialogFrame>
  );
};
