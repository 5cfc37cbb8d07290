/** Words of examples and of the kind of thing that it is, which end in settings unchanged. */
const placeholder = /change-?_?me|secret|passw|example|placeholder|made-?in-?ess|qwerty|azerty/i;

/**
 * Whether a secret is one that somebody may guess: an example, a phrase, or the same over again. Simple on purpose: a character
 * counts only where it goes on no step of the two before it (`aaa`, `123`) and ends no triple that came already
 * (`abcabc`); what `openssl rand` prints keeps nearly all of its characters, what hands type does not.
 */
export function isGuessable(secret: string, characters: number): boolean {
  return placeholder.test(secret) || /\s/.test(secret) || unforeseen(secret) < characters;
}

function unforeseen(secret: string): number {
  const triples = new Set<string>();
  const units = [...secret].map((character) => character.codePointAt(0) ?? 0);
  let count = 0;
  units.forEach((unit, i) => {
    const [first = Number.NaN, second = Number.NaN] = units.slice(Math.max(0, i - 2), i);
    const triple = units.slice(Math.max(0, i - 2), i + 1).join();
    if (unit - second !== second - first && !triples.has(triple)) count += 1;
    if (i >= 2) triples.add(triple);
  });
  return count;
}
