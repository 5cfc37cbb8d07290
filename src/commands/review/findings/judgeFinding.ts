import { applyToFinding } from '../../common/applyEvent.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { judgedFinding, type Seen, withWord } from './ownFinding.ts';

/** What can be said of a proposed action, and of a proof. */
export const judgements = ['acceptAction', 'returnAction', 'close', 'returnProof'] as const;
export type Judgement = (typeof judgements)[number];

/**
 * Whoever scored the file, or an officer once the label carries the finding on, accepts or returns a proposed action, or closes
 * the finding or returns its proof.
 */
export async function judgeFinding(
  deps: Deps,
  asker: Asker,
  input: Seen & { readonly judgement: Judgement; readonly reason: string },
): Promise<void> {
  const { finding, said } = await judgedFinding(deps, asker, input);
  const { judgement, reason } = input;
  const word = { step: judgement, text: reason, documents: [], at: said.at };
  const event = { type: judgement, ...said, reason };
  const record = { id: deps.ids.next() };
  await deps.store.commit({ changes: [applyToFinding(finding, event, record, withWord(finding, word))] });
}
