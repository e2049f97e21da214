import type { Instant } from '../kernel/instant.ts';
import { projectMetricRecord } from '../lifecycle/metric-record.ts';
import { publicStatus } from '../lifecycle/public-status.ts';
import { lastSent, zoneOf } from './fact-context.ts';
import { projectFacts } from './facts.ts';
import type { LintCheck, LintContext, Warning } from './lint-check.ts';
import { contentChecks } from './lint-content.ts';
import { nextTimeChecks } from './lint-next-time.ts';
import { publicChecks } from './lint-public.ts';
import type { UpdatesInput } from './updates-input.ts';

/** `2 open, 8 passed`: `open` holds every warning, `passed` the rules that applied and found nothing. */
export interface LintReport {
  readonly open: readonly Warning[];
  readonly passed: readonly { readonly code: string; readonly words: string }[];
  /** Length of the text against the limit of its audience, in characters; no limit for most. */
  readonly length: { readonly chars: number; readonly max?: number };
}

/** Lines that an executive reads (domain.md 5.1). */
const execLines = 5;

/** Looks at a draft before "sent" (domain.md 5.3). Warnings never refuse anything: the person in command decides. */
export const lintUpdate = (
  text: string,
  audience: string,
  input: UpdatesInput,
  now: Instant,
  promisedAt?: Instant,
): LintReport => {
  const context: LintContext = {
    text,
    audience,
    now,
    input,
    facts: projectFacts(input, audience, now, promisedAt ? { nextUpdateAt: promisedAt } : {}),
    zone: zoneOf(input, audience),
    status: publicStatus(projectMetricRecord(input.id, input.lifecycle)),
    last: lastSent(input, audience),
    promisedAt,
  };
  const open: Warning[] = [];
  const passed: { code: string; words: string }[] = [];
  for (const check of checks.filter(({ applies }) => applies(context))) {
    const found = check.find(context);
    open.push(...found.map((finding) => ({ ...finding, code: finding.code ?? check.code })));
    if (found.length === 0) passed.push({ code: check.code, words: check.passed });
  }
  const max = audience === 'public' ? input.playbook.settings.publicMaxChars : undefined;
  return { open, passed, length: { chars: [...text].length, ...(max !== undefined && { max }) } };
};

const lengthCheck: LintCheck = {
  code: 'length',
  passed: 'Short enough',
  applies: ({ audience }) => audience === 'public' || audience === 'exec',
  find: ({ text, audience, input }) => {
    const max = input.playbook.settings.publicMaxChars;
    if (audience === 'public' && [...text].length > max)
      return [{ message: `${[...text].length} characters, ${max} are read. Shorten it.` }];
    const lines = text.trim().split('\n').length;
    return audience === 'exec' && lines > execLines
      ? [{ message: `${lines} lines, executives read ${execLines}.` }]
      : [];
  },
};

const checks: readonly LintCheck[] = [...contentChecks, ...nextTimeChecks, ...publicChecks, lengthCheck];
