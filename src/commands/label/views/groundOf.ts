import type { SanctionCode } from '../../../register/sanction.ts';
import type { Label } from '../../items/items.ts';
import type { Surveillance } from '../../items/surveillance.ts';
import type { Deps } from '../../ports/ports.ts';

/** Ids of what an officer comes from: each names one thing that waits on a label. */
export interface AskedGround {
  readonly surveillance?: string | undefined;
  readonly condition?: string | undefined;
  readonly complaint?: string | undefined;
}

type Task = 'declaration' | 'midterm';

/** What a sanction can be proposed for, with the reason code that says it. */
export type Ground = { readonly code: SanctionCode } & (
  | { readonly about: Task | 'findings'; readonly dueAt: string; readonly text: string }
  | { readonly about: 'condition'; readonly dueAt: string; readonly text: string }
  | { readonly about: 'complaint'; readonly number: string; readonly receivedAt: string }
);

const codes = {
  declaration: 'declarationMissing',
  midterm: 'declarationMissing',
  findings: 'criteriaNotMet',
} as const satisfies Record<Task | 'findings', SanctionCode>;
const complained = {
  misuse: 'misuse',
  criteria: 'criteriaNotMet',
  content: 'other',
  service: 'other',
  other: 'other',
} as const;

/** What of a surveillance is a ground: neither a mark, which is removed of a label out of use, nor a check that the office owes. */
function groundIn({ context: { task, findings } }: Pick<Surveillance, 'context'>): Task | 'findings' | null {
  if (task === 'markRemoval') return null;
  if (findings > 0) return 'findings';
  return task === 'siteCheck' ? null : task;
}

/** Whether a suspension can be proposed for what a surveillance asks for. */
export function isGround(surveillance: Pick<Surveillance, 'context'>): boolean {
  return groundIn(surveillance) !== null;
}

/** What was named as the ground, of this label and not settled; null for anything else. */
export async function groundOf(
  { store }: Pick<Deps, 'store'>,
  { id: number }: Pick<Label, 'id'>,
  asked: AskedGround,
): Promise<Ground | null> {
  const surveillance = asked.surveillance ? await store.surveillance(asked.surveillance) : null;
  if (surveillance?.context.labelNumber === number && ['findings', 'overdue'].includes(surveillance.state)) {
    const { dueAt } = surveillance.context;
    const about = groundIn(surveillance);
    if (about === null) return null;
    const text = surveillance.words.findLast(({ step }) => step === 'raiseFindings')?.text ?? '';
    return { about, code: codes[about], dueAt, text };
  }
  const condition = asked.condition ? await store.condition(asked.condition) : null;
  if (condition?.context.labelNumber === number && condition.state === 'unmet') {
    return {
      about: 'condition',
      code: 'conditionUnmet',
      dueAt: condition.context.dueAt,
      text: condition.text,
    };
  }
  const complaint = asked.complaint ? await store.complaint(asked.complaint) : null;
  if (complaint?.context.labelNumber === number && complaint.state === 'inquiry') {
    const { id, kind, receivedAt } = complaint;
    return { about: 'complaint', code: complained[kind], number: id, receivedAt };
  }
  return null;
}
