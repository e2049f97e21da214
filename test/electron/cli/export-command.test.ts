import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { plainIncident } from '../../support/command-line-scripts.ts';
import { createWorkplace, type Workplace } from '../../support/command-line-world.ts';
import { linesOf, readDocx } from '../../support/docx-reader.ts';
import { scriptLines, sentTexts } from '../../support/drill-script.ts';
import { markdownLines } from '../../support/markdown-lines.ts';

let place: Workplace;
beforeEach(async () => {
  place = createWorkplace('2026-03-13T00:00:00.000Z');
  await place.exec(plainIncident);
});
afterEach(() => place.remove());

const exportTo = (name: string, format: string, ...options: string[]) =>
  place.run('export', 'E1', '--format', format, '-o', name, ...options);

test('[CL17] Markdown, with its chart beside it', async () => {
  const { exitCode, stdout } = await exportTo('review.md', 'md');
  expect(exitCode).toBe(0);
  expect(stdout.trim().split('\n')).toEqual([
    join(place.folder, 'review.md'),
    join(place.folder, 'review-phase-chart.svg'),
  ]);
  expect(place.read('review.md')).toContain('![Phase chart](review-phase-chart.svg)');
  expect(place.read('review.md')).toContain('Checkout is down');
  expect(place.read('review-phase-chart.svg')).toMatch(/^<svg /);
});

test('[CL17] HTML, JSON and CSV are one file each', async () => {
  for (const format of ['html', 'json', 'csv'])
    expect(await exportTo(`review.${format}`, format)).toMatchObject({
      exitCode: 0,
      stdout: `${join(place.folder, `review.${format}`)}\n`,
    });
  expect(place.read('review.html')).toMatch(/^<!doctype html>/i);
  expect(JSON.parse(place.read('review.json'))).toMatchObject({ key: 'E1', metrics: { ttd: { iso: 'PT4M' } } });
  expect(place.read('review.csv').split(/\r?\n/)[0]).toContain('happened_at');
});

test('[CL17] DOCX is one file, the same again at the same moment', async () => {
  const { exitCode, stdout, stderr } = await exportTo('review.docx', 'docx');
  expect({ exitCode, stdout, stderr }).toEqual({
    exitCode: 0,
    stdout: `${join(place.folder, 'review.docx')}\n`,
    stderr: '',
  });
  await exportTo('again.docx', 'docx');
  const [first, again] = ['review.docx', 'again.docx'].map((name) => readFileSync(join(place.folder, name)));
  expect(first?.subarray(0, 2).toString()).toBe('PK');
  expect(first?.equals(again ?? Buffer.of())).toBe(true);
});

test('[CL17, EX40] DOCX of the whole drill says what its Markdown says, line by line', async () => {
  expect((await place.exec(scriptLines(sentTexts))).exitCode).toBe(0);
  for (const format of ['docx', 'md'])
    expect(await place.run('export', 'INC-310', '--format', format, '-o', `drill.${format}`)).toMatchObject({
      exitCode: 0,
    });
  const tree = unified().use(remarkParse).use(remarkGfm).parse(place.read('drill.md'));
  const lines = linesOf(await readDocx(readFileSync(join(place.folder, 'drill.docx'))));
  expect(lines).toEqual(markdownLines(tree.children));
  expect(lines).toContain('## 15 Appendix');
});

test('[CL1] a format that nobody knows is wrong usage, and all that are known are named', async () => {
  const { exitCode, stderr } = await exportTo('review.odt', 'odt');
  expect(exitCode).toBe(2);
  expect(stderr).toContain('--format is one of md, html, pdf, docx, json, csv; it was "odt".');
});

test('[CL17] a file that is there already is replaced whole', async () => {
  writeFileSync(join(place.folder, 'review.json'), 'x'.repeat(500_000));
  await exportTo('review.json', 'json');
  expect(JSON.parse(place.read('review.json'))).toMatchObject({ key: 'E1' });
});

test('[CL17] restricted entries stay out of the shared edition', async () => {
  const restricted = { type: 'RecordEntry', kind: 'note', text: 'password reuse', visibility: 'restricted' };
  await place.exec([{ incident: 'E1', command: restricted }]);
  await exportTo('inside.csv', 'csv');
  await exportTo('outside.csv', 'csv', '--shared');
  expect(place.read('inside.csv')).toContain('password reuse');
  expect(place.read('outside.csv')).not.toContain('password reuse');
  await exportTo('inside.docx', 'docx');
  await exportTo('outside.docx', 'docx', '--shared');
  const wordsOf = async (name: string) => linesOf(await readDocx(readFileSync(join(place.folder, name)))).join('\n');
  expect(await wordsOf('inside.docx')).toContain('password reuse');
  expect(await wordsOf('outside.docx')).not.toContain('password reuse');
});

test('[CL17] a PDF cannot be made here, and what can is said', async () => {
  const { exitCode, stderr } = await exportTo('review.pdf', 'pdf');
  const sentence = 'A PDF is printed by the app. Export HTML or DOCX here, or use the app.';
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: `${sentence}\n` });
  expect(existsSync(join(place.folder, 'review.pdf'))).toBe(false);
});

test('[CL1, CL17] a folder that is not there, or a path that is one, is told in a sentence', async () => {
  mkdirSync(join(place.folder, 'review'));
  for (const path of ['nowhere/review.md', 'review']) {
    const { exitCode, stderr } = await exportTo(path, 'json');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^The export could not be written: .+\n$/);
  }
});

test('[CL17] an earlier incident of the same service is named with the time between', async () => {
  const declaration = {
    type: 'DeclareIncident',
    title: 'Again',
    key: 'E2',
    services: ['checkout'],
    failureAt: '2026-03-12T09:00:00Z',
  };
  await place.exec([{ command: declaration }]);
  await place.run('export', 'E2', '--format', 'json', '-o', 'e2.json');
  const review = JSON.parse(place.read('e2.json'));
  expect(review.similar).toMatchObject([{ name: 'E1', because: 'same service: checkout' }]);
  expect(review.betweenFailures).toMatchObject([{ service: 'checkout', previous: 'E1', tbf: { iso: 'PT240H' } }]);
});

test('[BU45] an export never takes the place of a part of the record', async () => {
  const folder = join(place.library, 'incidents');
  const incident = readdirSync(folder)[0] ?? '';
  const journal = join(folder, incident, 'journal', readdirSync(join(folder, incident, 'journal'))[0] ?? '');
  for (const path of [journal, join(place.library, 'playbook.json')]) {
    const { exitCode, stderr } = await exportTo(path, 'md');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('a part of the record');
  }
  expect((await place.run('verify')).exitCode).toBe(0);
  mkdirSync(join(folder, incident, 'exports'));
  expect((await exportTo(join(folder, incident, 'exports', 'review.md'), 'md')).exitCode).toBe(0);
});
