import { folded, foldedText } from '../register/folded.ts';

/** What a name that must not be told stands for; in a text it leaves the mark of that. */
export type Hidden = 'organisation' | 'offer' | 'person';

/** Names to hide in the texts of a file. */
export type Names = Readonly<Record<Hidden, readonly string[]>>;

interface Sought {
  readonly kind: Hidden;
  readonly name: string;
  /** As it is looked for, whatever its capitals and accents. */
  readonly text: string;
  /** Found with its own capitals only (or in capitals throughout): in small letters it is a word like any other. */
  readonly exactly: boolean;
}

/** Fewer letters than this are found with their own capitals only; a single letter is no name that could be hidden. */
const short = 4;
/** Parts of a person's name that are long enough to tell who it is. */
const partLength = 3;
const addresses = /[^\s@<>()]+@[^\s@<>()]+\.\p{L}{2,}|(?:https?:\/\/|www\.)[^\s<>()]+/giu;

/** The mark that stands in a text in place of a name; a reader's language has words for it. */
const markOf = (kind: Hidden): string => `⟦${kind}⟧`;

/**
 * A text without the names of a file, whatever capitals, accents, apostrophes and dashes they are typed with, and without
 * addresses of mail and web. `common` are words that everyone uses: a name made of nothing else is hidden only where it is
 * written as a name, so that an organisation called “Ensemble” does not take the word out of every sentence.
 */
export function anonymise(text: string, names: Names, common: ReadonlySet<string>): string {
  const bare = text.replaceAll(addresses, (found) => markOf(found.includes('@') ? 'person' : 'organisation'));
  const sought = soughtIn(names, common);
  const { text: plain, starts } = foldedText(bare);
  let result = '';
  let from = 0;
  for (let at = 0; at < plain.length; ) {
    const hit = startsWord(plain, at)
      ? sought.find((one) => isHere(one, bare, plain, starts, at))
      : undefined;
    if (!hit) {
      at += 1;
      continue;
    }
    result += bare.slice(from, starts[at]) + markOf(hit.kind);
    at += hit.text.length;
    from = starts[at] ?? bare.length;
  }
  return result + bare.slice(from);
}

/** The longest first: a name within a longer one must not break it. */
function soughtIn(names: Names, common: ReadonlySet<string>): Sought[] {
  const whole = (['organisation', 'offer', 'person'] as const).flatMap((kind) =>
    names[kind].map((name) => soughtAs(kind, name, common)),
  );
  const parts = names.person.flatMap((name) =>
    name
      .split(/[\s-]+/u)
      .filter((part) => letters(part) >= partLength)
      .map((part) => ({ ...soughtAs('person', part, common), exactly: true })),
  );
  return [...whole, ...parts]
    .filter(({ text }) => letters(text) > 1)
    .sort((a, b) => b.text.length - a.text.length);
}

function soughtAs(kind: Hidden, name: string, common: ReadonlySet<string>): Sought {
  const text = folded(name);
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return { kind, name, text, exactly: letters(text) < short || words.every((word) => common.has(word)) };
}

function isHere(
  { name, text, exactly }: Sought,
  bare: string,
  plain: string,
  starts: readonly number[],
  at: number,
): boolean {
  const end = at + text.length;
  if (!plain.startsWith(text, at) || (isWord(plain[end]) && isWord(plain[end - 1]))) return false;
  // Half of a sign that is written with two letters is no end of a word.
  if (starts[end] !== undefined && starts[end] === starts[end - 1]) return false;
  if (!exactly) return true;
  const typed = bare.slice(starts[at], starts[end] ?? bare.length);
  return isSpeltAs(typed, name) || (typed !== typed.toLowerCase() && typed === typed.toUpperCase());
}

/** Whether two texts that fold to the same have their capitals at the same places. */
function isSpeltAs(typed: string, name: string): boolean {
  const capitals = (text: string) => [...text].map((letter) => letter !== letter.toLowerCase()).join();
  return capitals(typed.normalize('NFC').trim()) === capitals(name.normalize('NFC').trim());
}

function startsWord(plain: string, at: number): boolean {
  return !isWord(plain[at - 1]) || !isWord(plain[at]);
}

function isWord(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
}

function letters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
