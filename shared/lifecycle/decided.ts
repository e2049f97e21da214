import type { Result } from '../kernel/result.ts';
import type { Refusal } from '../record/rules.ts';
import type { LifecycleEvent } from './lifecycle-events.ts';

/** What a command becomes: facts, or a refusal that the person who asked can read. */
export type Decided = Result<readonly LifecycleEvent[], Refusal>;
