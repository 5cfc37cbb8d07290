import { applyToFinding } from '../../common/applyEvent.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { ownFinding, type Seen, withWord } from './ownFinding.ts';
import { requireCorrection } from './takesCorrection.ts';

/** The organisation says what it will do about a finding. */
export async function proposeAction(
  deps: Deps,
  asker: Asker,
  input: Seen & { readonly action: string },
): Promise<void> {
  const { finding, application, said } = await ownFinding(deps, asker, input);
  requireCorrection(finding, application);
  const { action } = input;
  const word = { step: 'proposeAction', text: action, documents: [], at: said.at } as const;
  const event = { type: 'proposeAction', ...said, action } as const;
  const record = { id: deps.ids.next() };
  await deps.store.commit({ changes: [applyToFinding(finding, event, record, withWord(finding, word))] });
}
