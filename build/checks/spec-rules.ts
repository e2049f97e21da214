import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../paths.ts';
import { sourceFiles } from './source-files.ts';
import { passedIfNone } from './tool.ts';

/** Every rule of docs/SPEC.md stands in the title of a test, and every rule that a title names is in docs/SPEC.md. */
export function checkSpecRules() {
  const file = join(repository, 'docs', 'SPEC.md');
  if (!existsSync(file)) return passedIfNone(['docs/SPEC.md is missing']);
  const tests = sourceFiles(['test'], /\.(test|e2e|contract)\.tsx?$/).map((path) =>
    readFileSync(join(repository, path), 'utf8'),
  );
  return passedIfNone(compareRules(readFileSync(file, 'utf8'), tests));
}

/**
 * @param spec lines `- **PH3** what holds`
 * @param tests sources with titles like `[PH3] ...` or `[PH3, PH4] ...`
 * @returns what does not match
 */
export function compareRules(spec: string, tests: readonly string[]): string[] {
  const rules = [...spec.matchAll(/^- \*\*([A-Z]+\d+)\*\*/gm)].map((match) => match[1] ?? '');
  const tested = new Set(tests.flatMap(idsInTitles));
  return [
    ...rules.filter((id, index) => rules.indexOf(id) !== index).map((id) => `${id} stands twice in docs/SPEC.md`),
    ...rules.filter((id) => !tested.has(id)).map((id) => `${id} has no test`),
    ...[...tested].filter((id) => !rules.includes(id)).map((id) => `${id} is tested but not in docs/SPEC.md`),
  ];
}

function idsInTitles(source: string) {
  const titles = source.matchAll(/['"`]((?:\[[A-Z]+\d+(?:, ?[A-Z]+\d+)*\] ?)+)/g);
  return [...titles].flatMap((match) => [...(match[1] ?? '').matchAll(/[A-Z]+\d+/g)].map((id) => id[0]));
}
