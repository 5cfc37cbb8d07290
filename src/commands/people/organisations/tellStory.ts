import { type Fault, fault, refuseFor, requireNoFaults } from '../../../errors.ts';
import { hasContactDetails } from '../../../policies/contactDetails.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import { changeItem } from '../../common/noteOn.ts';
import { type ItemInput, requireRevision } from '../../common/requireVisible.ts';
import type { Organisation } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { ownTeam, requireNotMerged } from './ownTeam.ts';

/** Sentences of a story, and letters in all. */
export const maxSentences = 5;
export const maxStory = 700;

type Input = ItemInput<'organisationId'> & Required<Pick<Organisation, 'story' | 'showsNeeds'>>;

/** Writes what an organisation tells the public of itself, and whether what it looks for is shown beside it, by an owner or editor. */
export async function tellStory(
  deps: Deps,
  asker: Asker,
  { organisationId, revision, story, showsNeeds }: Input,
): Promise<void> {
  const { organisation, self, eventMeta } = await ownTeam(deps, asker, organisationId);
  refuseFor({ byEditor: !mayEdit(self, organisationId) });
  requireNotMerged(organisation);
  requireRevision(organisation, revision);
  requireNoFaults(storyFaults(story));
  if (story === (organisation.story ?? '') && showsNeeds === (organisation.showsNeeds ?? false)) return;
  const line = { ...eventMeta, facts: ['organisation.changed'] } as const;
  await deps.store.commit([changeItem(deps, 'organisations', organisation, { story, showsNeeds }, line)]);
}

function storyFaults(story: string): Fault[] {
  const sentences = story.split(/[.!?…]+(?=\s|$)|\n+/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
  return [
    ...(sentences.length > maxSentences ? [fault('story', 'tooManySentences', { max: maxSentences })] : []),
    ...(hasContactDetails(story) ? [fault('story', 'contactInText')] : []),
  ];
}
