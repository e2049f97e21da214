import type { ChecklistItem, ChecklistPhase } from './playbook.ts';

/** Texts by phase and role id, in order. */
export type ChecklistTexts<Phase extends ChecklistPhase> = Readonly<
  Record<Phase, Readonly<Record<string, readonly string[]>>>
>;

/**
 * Numbers the texts from 1 within role and phase (`ic.detect.1`). Only for shipped defaults, whose order is fixed:
 * an edited playbook stores its ids, or taking an item out would rename those after it.
 */
export const textsToChecklist = <Phase extends ChecklistPhase>(
  phases: readonly Phase[],
  texts: ChecklistTexts<Phase>,
): readonly ChecklistItem[] =>
  phases.flatMap((phase) =>
    Object.entries(texts[phase]).flatMap(([role, items]) =>
      items.map((text, index) => ({ id: `${role}.${phase}.${index + 1}`, role, phase, text })),
    ),
  );
