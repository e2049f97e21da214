import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as ComposerStore from '../../../../renderer/features/composer/composer-store.ts';
import type { IncidentId } from '../../../../shared/record/ids.ts';
import { time } from '../../../support/updates-world.ts';

const incident = 'INCIDENT' as IncidentId;
const key = 'update:public';
let disk: Map<string, string>;
let store: typeof ComposerStore;
let flush: () => Promise<void>;

/** A run of its own: the stores are made anew, the disk stays. */
const startRun = async () => {
  vi.resetModules();
  store = await import('../../../../renderer/features/composer/composer-store.ts');
  flush = (await import('../../../../renderer/state/drafts.ts')).flushDrafts;
};

const answer = async (channel: string, { key: name, text }: { key: string; text: string }) => {
  if (channel === 'drafts:list') return { ok: true, value: [...disk].map(([at, said]) => ({ key: at, text: said })) };
  if (text === '') disk.delete(name);
  else disk.set(name, text);
  return { ok: true, value: null };
};

beforeEach(async () => {
  disk = new Map();
  const silent = { addEventListener: () => undefined };
  vi.stubGlobal('window', { ...silent, bridge: { request: answer } });
  vi.stubGlobal('document', silent);
  await startRun();
});

const place = () => store.placeIn(store.composerStore.getState().places, incident, key);
const copied = (text: string) => ({
  at: time('09:30'),
  command: { type: 'SendUpdate', audience: 'public', text, situation: 'own' } as const,
  rendered: text,
  head: 'head-1',
});

describe('an update that is being written', () => {
  it('[CM14] a text that another choice replaced survives the end of the run', async () => {
    store.writeText(incident, key, 'my own words');
    store.startAgain(incident, key, 'no-change');
    await flush();
    await startRun();
    await store.loadDrafts(incident);
    expect(place()).toMatchObject({ situation: 'no-change', setAside: ['my own words'] });
    store.putBack(incident, key);
    expect(place().text).toBe('my own words');
    await flush();
    expect(disk.get(key)).toBe('my own words');
  });

  it('[CM14] claims of an unfinished correction survive the end of the run', async () => {
    store.changeClaims(incident, 'correction:u1', { mending: 'correct', wrong: '400 orders', right: '212' });
    await flush();
    await startRun();
    await store.loadDrafts(incident);
    const { places } = store.composerStore.getState();
    expect(store.placeIn(places, incident, 'correction:u1')).toMatchObject({ wrong: '400 orders', right: '212' });
  });

  it('[CM15] every replaced text can be put back, the newest first, and sending loses none of them', () => {
    store.writeText(incident, key, 'first');
    store.startAgain(incident, key);
    store.writeText(incident, key, 'second');
    store.beginWith(incident, key, 'third');
    const seen = [1, 2, 3].map(() => {
      store.putBack(incident, key);
      return place().text;
    });
    expect(seen).toEqual(['second', 'first', 'third']);
    store.forgetPlace(incident, key, { at: time('09:30'), title: 'Public update 1' });
    expect(place().setAside).toHaveLength(2);
    expect(place()).not.toHaveProperty('text');
  });

  it('[CM15] words from the entry line begin the text; an unsent one of an earlier run is set aside', async () => {
    disk.set(key, 'half of it');
    const loading = store.loadDrafts(incident);
    store.beginWith(incident, key, 'Payments are back');
    await loading;
    expect(place()).toMatchObject({ text: 'Payments are back', setAside: ['half of it'] });
  });

  it('[CM12] a copied text is held until somebody types or begins anew', () => {
    store.holdText(incident, key, 'as copied', copied('as copied'));
    store.answerCopy(incident, key, time('09:30'), 'rich');
    expect(place()).toMatchObject({ text: 'as copied', copied: { how: 'rich' } });
    store.writeText(incident, key, 'as copied, and more');
    expect(place().copied).toBeUndefined();
    store.answerCopy(incident, key, time('09:30'), 'rich');
    expect(place().copied).toBeUndefined();
  });

  it('[CM12] other claims make a copied correction anew, but leave words that somebody typed', () => {
    store.holdText(incident, key, 'made of the claims', copied('made of the claims'));
    store.changeClaims(incident, key, { right: '212' });
    expect(place()).toMatchObject({ right: '212', text: undefined, setAside: ['made of the claims'] });
    store.holdText(incident, key, 'typed', copied('made of the claims'));
    store.changeClaims(incident, key, { right: '213' });
    expect(place()).toMatchObject({ right: '213', text: 'typed', copied: undefined });
  });
});
