import type { Result } from '../kernel/result.ts';
import type { Refusal } from '../record/rules.ts';
import type { ReviewEvent } from './review-events.ts';

export type ReviewDecision = Result<readonly ReviewEvent[], Refusal>;
