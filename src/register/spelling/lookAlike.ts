import unhomoglyph from 'unhomoglyph';

/** Letters of our languages: some look like two others, and are what they are. */
const familiar = /^[a-zß-öø-ÿœ]$/i;

/**
 * The first letter of a name that is taken for plain letters by an eye (UTS 39, 4: the dotless ı), or is of another script than ours
 * (UTS 39, 5.1); null for a name without one. Such a name may be genuine, which a person has to see.
 */
export function lookAlike(name: string): string | null {
  const letters = name.normalize('NFC').match(/\p{L}/gu) ?? [];
  return letters.find((letter) => !familiar.test(letter) && isTakenForOther(letter)) ?? null;
}

function isTakenForOther(letter: string): boolean {
  const seen = unhomoglyph(letter);
  return !/\p{Script=Latin}/u.test(letter) || (seen !== letter && /^[ -~]+$/.test(seen));
}
