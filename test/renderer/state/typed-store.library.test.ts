import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AppInfo } from '../../../shared/ipc/contract.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { createWindowWorld } from '../../support/window-world.ts';

const world = createWindowWorld();
const { appStore } = await import('../../../renderer/state/app-store.ts');
const { flushDrafts, heldTexts } = await import('../../../renderer/state/drafts.ts');
const typed = await import('../../../renderer/state/typed-store.ts');

const { forgetTyped, isFromBefore, isTypedIn, keepValue, leaveForm, leftDeclaration, placeOfDialog, valueIn } = typed;
const declare = placeOfDialog(undefined, { name: 'declare' });
const left = (form: string, title: string) => ({
  key: `form:${form}`,
  text: JSON.stringify({ typed: { form: { title } }, chosen: {} }),
  savedAt: '2026-03-02T10:00:00.000Z',
  orphan: true,
});
const says = (title: string) => ({ title });
const library = (readOnly: string | null) =>
  appStore.setState({ info: { library: { folder: '', readOnly, notices: [], mirror: null } } as unknown as AppInfo });
/** What went to the disk last, by its key. */
const saved = async () => {
  const flushing = flushDrafts();
  const texts: Record<string, string> = {};
  while (world.asked.some(({ channel }) => channel === 'drafts:save')) {
    const { payload, answer } = world.next('drafts:save');
    texts[`${payload.incident ?? 'library'} ${payload.key}`] = payload.text;
    await answer({ ok: true, value: null });
  }
  await flushing;
  return texts;
};

let end: () => void;
beforeEach(() => {
  end = typed.listenForLeftForms();
});
afterEach(async () => {
  end();
  for (const { place } of [...typed.typedStore.getState().forms.values()]) forgetTyped(place);
  await saved();
  world.asked.splice(0);
});

test('[DLG18] a declaration is a draft of the library: on the disk as it is typed, gone once it is sent or given up', async () => {
  keepValue(declare, 'typed', 'form', says('Checkout fa'));
  expect(await saved()).toEqual({ 'library form:declare': left('declare', 'Checkout fa').text });
  expect(heldTexts().map(({ key }) => key)).toEqual(['form:declare']);
  forgetTyped(declare);
  expect(await saved()).toEqual({ 'library form:declare': '' });
  expect(heldTexts()).toEqual([]);
});

test('[DLG18] what a dead run left of it is there at the start, and marked, also in a form that is open by then', async () => {
  const { payload, answer } = world.next('drafts:list');
  expect(payload).toEqual({ incident: null });
  await answer({ ok: true, value: [left('declare', 'Checkout fa')] });
  expect(valueIn(declare, 'typed', 'form')).toEqual(says('Checkout fa'));
  expect(isFromBefore(declare)).toBe(true);
  library('The disk is full.');
  expect(world.asked).toEqual([]);
});

test('[DLG18] drafts that the disk does not give are asked for again as soon as the library has news', async () => {
  await world.next('drafts:list').answer({ ok: false, error: { code: 'storage.gone', sentence: 'It is gone.' } });
  expect(world.asked).toEqual([]);
  library(null);
  await world.next('drafts:list').answer({ ok: true, value: [left('declare', 'Checkout fa')] });
  expect(isTypedIn(declare)).toBe(true);
});

test('[DLG18] who declares before a slow disk has answered takes no left declaration along', async () => {
  keepValue(declare, 'typed', 'form', says('Mail is late'));
  await world.next('drafts:list').answer({ ok: true, value: [left('declare', 'Checkout fa')] });
  expect(valueIn(declare, 'typed', 'form')).toEqual(says('Mail is late'));
  expect(isFromBefore(declare)).toBe(false);
  expect(Object.values(await saved())).toEqual([left('', 'Mail is late').text, left('', 'Checkout fa').text]);
  forgetTyped(declare);
  const next = placeOfDialog(undefined, { name: 'declare' });
  expect(valueIn(next, 'typed', 'form')).toEqual(says('Checkout fa'));
  expect(await saved()).toEqual({ 'library form:declare': '' });
});

test('[DLG19] a declaration that begins with nothing goes on with the one that was left last, however that one began', () => {
  const relapse = placeOfDialog(undefined, { name: 'declare', relapseOf: 'one' as IncidentId });
  const line = placeOfDialog(undefined, { name: 'declare', title: 'Mail is late' });
  for (const place of [line, relapse]) {
    keepValue(place, 'typed', 'form', says(place.form));
    expect(leftDeclaration()).toEqual(place === line ? undefined : line);
    expect(placeOfDialog(undefined, { name: 'declare' })).toEqual(place === line ? declare : line);
    leaveForm(place);
  }
  expect(placeOfDialog('one' as IncidentId, { name: 'declare' })).toEqual(relapse);
  expect(placeOfDialog(undefined, { name: 'declare', title: 'Search is slow' })).not.toEqual(line);
  expect(placeOfDialog(undefined, { name: 'declare', title: 'Mail is late' })).toEqual(line);
  keepValue(declare, 'typed', 'form', says('Checkout fa'));
  expect(placeOfDialog(undefined, { name: 'declare' })).toEqual(declare);
  forgetTyped(declare);
  forgetTyped(relapse);
  expect(leftDeclaration()).toEqual(line);
  forgetTyped(line);
  expect(leftDeclaration()).toBeUndefined();
});

test('[DLG21] no words stand in the name of a form, and none makes it too long', () => {
  const words = 'Jane Doe called '.repeat(30);
  const line = { line: words, command: { type: 'ReachMilestone', milestone: 'identified' } } as const;
  for (const { form } of [
    placeOfDialog(undefined, { name: 'declare', title: words }),
    placeOfDialog('one' as IncidentId, { name: 'milestone', milestone: 'identified', begun: line }),
  ]) {
    expect(form).not.toContain('Jane');
    expect(form.length).toBeLessThan(40);
  }
});

test('[DLG14] a form is marked once it was left, not while it is typed, and not after it began again', () => {
  keepValue(declare, 'typed', 'form', says('Checkout'));
  expect(isFromBefore(declare)).toBe(false);
  leaveForm(declare);
  keepValue(declare, 'typed', 'form', says('Checkout fails'));
  expect(isFromBefore(declare)).toBe(true);
  forgetTyped(declare);
  keepValue(declare, 'typed', 'form', says('Mail'));
  expect(isFromBefore(declare)).toBe(false);
});
