import { type Tie, tieId } from '../../../policies/tie.ts';

type Seen = Pick<Tie, 'personId' | 'organisationId' | 'kind' | 'since' | 'ended'>;

/** A tie that the service saw itself; it names no organisation, because its person may not know of it. */
export function detectedTie(seen: Seen): Tie {
  const named = { ...seen, source: 'detected' } as const;
  return { ...named, id: tieId(named), organisation: '', share: null, note: '' };
}
