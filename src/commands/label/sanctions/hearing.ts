import { mayEdit } from '../../../policies/organisation.ts';
import { applyToLabel } from '../../common/applyEvent.ts';
import { isTaken } from '../../common/dryRun.ts';
import { documentsOf, newestFilesOf, offeredAmong, oldestCounting } from '../../file/documentsOf.ts';
import { namedIn } from '../../file/namedFiles.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type HolderInput, ownLabel } from './ownLabel.ts';
import { commitLabel, type LabelInput, labelFile, withWord } from './sanction.ts';

interface Answer extends LabelInput {
  readonly text: string;
  /** Of the library of the file that opened the label: the newest file of each is named. */
  readonly documents?: readonly string[];
}

/** The holder says what they think of what is proposed, or of an urgent suspension; what they say later is added. */
export async function answerHearing(deps: Deps, asker: Asker, input: Answer): Promise<void> {
  const { label, file, eventMeta } = await labelFile(deps, asker, input);
  const documents = await newestFilesOf(deps, file.id, input.documents ?? []);
  const { text } = input;
  const event = { type: 'answerHearing', ...eventMeta, text, documents } as const;
  await commitLabel(deps, applyToLabel(deps, label, event, withWord(label, event, { text, documents })));
}

export type OwnHearing = Awaited<ReturnType<typeof viewHearing>>;

/** What is proposed or decided on a label with every word of it, for the people of its holder. */
export async function viewHearing(deps: Deps, asker: Asker, input: HolderInput) {
  const { label, entry } = await ownLabel(deps, asker, input);
  const { id: number, revision, context, words = [] } = label;
  const answer = { number, revision, text: '.' };
  const evidence = await deps.store.evidenceOf(context.applicationId);
  return {
    label,
    entry,
    hearing: context.hearing,
    words,
    /** Every file that is named in them. */
    files: namedIn(label, evidence),
    /** What an answer can name. */
    documents: offeredAmong(documentsOf(evidence, oldestCounting(deps))),
    mayWrite: mayEdit(asker, input.organisationId),
    mayAnswer: await isTaken(deps, (dry) => answerHearing(dry, asker, answer)),
  };
}
