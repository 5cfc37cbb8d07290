import type { Part } from './parts.ts';

/** Why a person is recused from a file: an earlier part, a tie, or because they or the chair said so. */
export type RecusalGround = Part | 'word';

/** A recusal as a session of the committee keeps it. */
export interface Recusal {
  readonly applicationId: string;
  readonly ground: RecusalGround;
}

/**
 * Whether a recusal closes the file in every section of the pages. An earlier part closes what the committee has of it: who
 * evaluated, advised or screened keeps what that work showed them.
 */
export function closesEverywhere({ ground }: Recusal): boolean {
  return ground === 'tie' || ground === 'word';
}
