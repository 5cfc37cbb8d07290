import { invalid, refuseFor } from '../../../errors.ts';
import { tagOf } from '../../../policies/tag.ts';
import { bindingLanguage } from '../../../profile/profile.ts';
import type { CaseId } from '../../items/casework.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { changeCasework } from './changeCasework.ts';

/** Most tags of one item. */
const maxTags = 12;

interface TagInput {
  readonly item: CaseId;
  readonly tag: string;
}

/** Puts a tag on an item, as `tagOf` writes it; there already, nothing happens. */
export async function tagItem(deps: Deps, asker: Asker, { item, tag: typed }: TagInput): Promise<void> {
  const tag = tagOf(typed);
  if (tag === null) throw invalid('tag', 'badTag');
  await changeCasework(deps, asker, item, ({ tags }, at) => {
    if (tags.includes(tag)) return null;
    refuseFor({ tooManyTags: tags.length >= maxTags });
    const sorted = [...tags, tag].sort((a, b) => a.localeCompare(b, bindingLanguage));
    return { changed: { tags: sorted, taggedAt: at }, line: { facts: ['casework.tagsChanged'] } };
  });
}

/** Takes a tag off an item; gone already, nothing happens. */
export async function untagItem(deps: Deps, asker: Asker, { item, tag }: TagInput): Promise<void> {
  await changeCasework(deps, asker, item, ({ tags }, at) => {
    if (!tags.includes(tag)) return null;
    const changed = { tags: tags.filter((one) => one !== tag), taggedAt: at };
    return { changed, line: { facts: ['casework.tagsChanged'] } };
  });
}
