import type { SanctionCode } from '../../../register/sanction.ts';
import type { JournalRecord } from '../../../workflow/record.ts';
import { applyToLabel } from '../../common/applyEvent.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { isDoneUnless, retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Label } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { labelActor } from '../changeLabel.ts';
import { commitLabel, withWord } from './sanction.ts';

type Reading = Pick<Deps, 'store'>;

/** Whether what a suspension is proposed for still waits, by the codes of what the service follows itself. */
const stillWaits: Partial<Record<SanctionCode, (deps: Reading, number: string) => Promise<boolean>>> = {
  conditionUnmet: async ({ store }, number) =>
    (await store.conditionsOf(number)).some(({ state }) => state === 'unmet' || state === 'proofSubmitted'),
  declarationMissing: async ({ store }, number) =>
    (await store.surveillancesOf([number])).some(
      ({ state, context: { task } }) =>
        (task === 'declaration' || task === 'midterm') &&
        (state === 'overdue' || state === 'findings' || state === 'declared'),
    ),
};

/** Whether a suspension is proposed for something that was settled meanwhile. */
export async function isProposalSettled(deps: Reading, { id, state, context }: Label): Promise<boolean> {
  const { hearing } = context;
  if (hearing?.about !== 'suspension' || (state !== 'active' && state !== 'extended')) return false;
  const waits = stillWaits[hearing.code];
  return waits !== undefined && !(await waits(deps, id));
}

/**
 * Gives up a suspension that is proposed for what was settled, in the name of the officer who settled it and with their reason; where
 * that is refused, the officers' follow-up asks for it. Idempotent.
 */
export async function dropSettledProposal(deps: Deps, number: string, line: JournalRecord) {
  const { event } = line;
  const officer = await deps.store.person(line.actor.id);
  if (officer === null) return;
  const reason = event && 'reason' in event ? event.reason : '';
  await isDoneUnless(['refused'], () =>
    retryOnConflict(async () => {
      const label = requireVisible(await deps.store.label(number));
      if (!(await isProposalSettled(deps, label))) return;
      const actor = await labelActor(deps, officer, label);
      const dropped = { type: 'dropProposal', at: deps.clock.now().toISOString(), actor, reason } as const;
      await commitLabel(deps, applyToLabel(deps, label, dropped, withWord(label, dropped, { text: reason })));
    }),
  );
}
