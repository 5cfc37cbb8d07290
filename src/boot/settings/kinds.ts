import * as z from 'zod';
import { readNoteKey } from '../../transparency/read/noteKey.ts';

// Each kind has one sentence, told whatever is wrong with a value: it says what the setting must be, and never what it is.

const escaped =
  'in a name or a password write : / ? # [ ] @ and % as %3A %2F %3F %23 %5B %5D %40 and %25, and the whole address where a shell reads it between single quotes';

/** A whole number between two. */
export function whole(least: number, most: number) {
  const says = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, says)
    .transform(Number)
    .refine((value) => value >= least && value <= most, says);
}

/** A name or a line, as people read it. */
export function text(most: number) {
  const says = `must be a text of at most ${most} characters`;
  return z.string().trim().min(1, says).max(most, says);
}

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, `must be ${listed(words)}`);
}

/** Some of a few words, between commas. */
export function someOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  const says = `must be some of ${words.join(', ')}, between commas`;
  return z.array(z.enum(words, says)).min(1, says);
}

/** An address that begins with one of some protocols. */
export function address(protocol: RegExp, example: string) {
  // What is looked at later stands on one that can be taken apart.
  return z.url({ protocol, abort: true, error: `must be an address as ${example}` });
}

/** Where browsers find the service: what is printed and linked is written after it. */
export const origin = address(/^https?$/, 'https://label.example').transform((value, context) => {
  const { origin, pathname, search, hash, username, password } = new URL(value);
  if (pathname === '/' && search + hash + username + password === '') return origin;
  context.addIssue(
    'must be a host alone, as https://label.example: the label takes all of it, without a path or a user',
  );
  return z.NEVER;
});

/** A mail server, its user and password in the address if need be. */
export const mailServer = address(/^smtps?$/, `smtps://user:password@mail.example; ${escaped}`).refine(
  (value) => {
    // A slash in a password would make a host of the user.
    const { hostname, pathname, search, hash } = new URL(value);
    return hostname !== '' && !`${pathname}${search}${hash}`.includes('@');
  },
  `must name a host after the password; ${escaped}`,
);

const host = String.raw`(?:\[[\da-f:.]+\]|[^\s:@/?#[\],]+)(?::\d{1,5})?`;
const server = new RegExp(
  String.raw`^mongodb(?:\+srv)?://(?:[^\s:@/?#[\]]+(?::[^\s:@/?#[\]]*)?@)?${host}(?:,${host})*(?:/[^\s@?]*(?:\?[^\s@]*)?)?$`,
  'i',
);

/** A database server, or several; the driver itself would end the program over one that it cannot take apart. */
export const database = z
  .string()
  .regex(server, `must be as mongodb://user:password@one.example,two.example/?replicaSet=rs0; ${escaped}`);

/** Witnesses of the public log, each an address and its key with a space between, as many as a proof carries. */
export const witnesses = z.string().transform((text, context) => {
  const pairs = text.split(',').map((pair) => pair.trim().split(/\s+/));
  const isRight = ([url = '', vkey = '', ...rest]: readonly string[]) =>
    /^https?:\/\//.test(url) && URL.canParse(url) && isWitnessKey(vkey) && rest.length === 0;
  if (pairs.length <= 15 && pairs.every(isRight))
    return pairs.map(([url = '', vkey = '']) => ({ url, vkey }));
  context.addIssue(
    'must be witnesses between commas, 15 at most, each its address and its key with a space between: https://witness.example witness.example+1a2b3c4d+BA…',
  );
  return z.NEVER;
});

function isWitnessKey(vkey: string): boolean {
  try {
    return readNoteKey(vkey).kind === 'cosignature';
  } catch {
    return false;
  }
}

/** A secret, long enough not to be tried out. */
export function secret(least: number) {
  return z.string().min(least, `must have at least ${least} characters, as openssl rand -base64 32 prints`);
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
