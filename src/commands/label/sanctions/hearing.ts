import { mayEdit } from '../../../policies/organisation.ts';
import { applyToLabel } from '../../common/applyEvent.ts';
import { isTaken } from '../../common/dryRun.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type HolderInput, ownLabel } from './ownLabel.ts';
import { commitLabel, type LabelInput, labelFile, withWord } from './sanction.ts';

/** The holder says what they think of what is proposed, or of an urgent suspension; what they say later is added. */
export async function answerHearing(
  deps: Deps,
  asker: Asker,
  input: LabelInput & { readonly text: string },
): Promise<void> {
  const { label, eventMeta } = await labelFile(deps, asker, input);
  const { text } = input;
  const event = { type: 'answerHearing', ...eventMeta, text } as const;
  await commitLabel(deps, applyToLabel(deps, label, event, withWord(label, event, { text })));
}

export type OwnHearing = Awaited<ReturnType<typeof viewHearing>>;

/** What is proposed or decided on a label with every word of it, for the people of its holder. */
export async function viewHearing(deps: Deps, asker: Asker, input: HolderInput) {
  const { label, entry } = await ownLabel(deps, asker, input);
  const { id: number, revision, context, words = [] } = label;
  return {
    label,
    entry,
    hearing: context.hearing,
    words,
    mayWrite: mayEdit(asker, input.organisationId),
    mayAnswer: await isTaken(deps, (dry) => answerHearing(dry, asker, { number, revision, text: '.' })),
  };
}
