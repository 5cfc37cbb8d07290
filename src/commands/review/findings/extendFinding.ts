import type { Day } from '../../../register/day.ts';
import { endOfDay } from '../../../register/endOfDay.ts';
import { applyToFinding } from '../../common/applyEvent.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { judgedFinding, type Seen, withWord } from './ownFinding.ts';

/** An officer gives an organisation that is late a new last day, with the reason; it then answers anew. */
export async function extendFinding(
  deps: Deps,
  asker: Asker,
  input: Seen & { readonly reason: string; readonly dueOn: Day },
): Promise<void> {
  const { finding, said } = await judgedFinding(deps, asker, input);
  const { reason, dueOn } = input;
  const word = { step: 'extend', text: reason, documents: [], at: said.at } as const;
  const event = { type: 'extend', ...said, reason, dueAt: endOfDay(dueOn) } as const;
  const record = { id: deps.ids.next() };
  await deps.store.commit({ changes: [applyToFinding(finding, event, record, withWord(finding, word))] });
}
