import { refuseFor } from '../../../errors.ts';
import type { CaseId } from '../../items/casework.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { changeCasework } from './changeCasework.ts';

/** Most officers who follow one item. */
const maxFollowers = 50;

interface FollowInput {
  readonly item: CaseId;
}

/** Follows an item from now on: what changes on it is marked as new for the asker until they open it. */
export async function followItem(deps: Deps, asker: Asker, { item }: FollowInput): Promise<void> {
  await changeCasework(deps, asker, item, ({ followers }) => {
    if (followers.includes(asker.id)) return null;
    refuseFor({ tooManyFollowers: followers.length >= maxFollowers });
    return { changed: { followers: [...followers, asker.id] }, line: { facts: ['casework.followed'] } };
  });
}

/** Follows it no longer. */
export async function unfollowItem(deps: Deps, asker: Asker, { item }: FollowInput): Promise<void> {
  await changeCasework(deps, asker, item, ({ followers }) => {
    if (!followers.includes(asker.id)) return null;
    const rest = followers.filter((id) => id !== asker.id);
    return { changed: { followers: rest }, line: { facts: ['casework.unfollowed'] } };
  });
}
