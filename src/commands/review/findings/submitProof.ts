import { applyToFinding } from '../../common/applyEvent.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { documentsOf, offeredAmong } from '../../file/documentsOf.ts';
import { oldestCounting } from '../../file/oldestCounting.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { ownFinding, type Seen, withWord } from './ownFinding.ts';
import { requireCorrection } from './takesCorrection.ts';

/**
 * The organisation proves that the accepted action is carried out, in words, by documents of the file's evidence library, or
 * both. Each document stands there as it is now: the file that is its newest revision.
 */
export async function submitProof(
  deps: Deps,
  asker: Asker,
  input: Seen & { readonly proof: string; readonly documents: readonly string[] },
): Promise<void> {
  const { finding, application, said } = await ownFinding(deps, asker, input);
  requireCorrection(finding, application);
  const evidence = await deps.store.evidenceOf(application.id);
  const offered = offeredAmong(documentsOf(evidence, oldestCounting(deps)));
  const documents = input.documents.map(
    (id) => requireVisible(offered.find((one) => one.id === id)).latest.id,
  );
  const { proof } = input;
  const word = { step: 'submitProof', text: proof, documents, at: said.at } as const;
  const event = { type: 'submitProof', ...said, proof, documents } as const;
  const record = { id: deps.ids.next() };
  await deps.store.commit({ changes: [applyToFinding(finding, event, record, withWord(finding, word))] });
}
