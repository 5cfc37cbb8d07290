import type { Messages } from '../templates/locales/messages.d.ts';

/** A key of the words, as the French files have it. */
export type MessageKey = keyof Messages;

/** What stands behind a group in the keys, and before an ending: `NamesIn<'faults'>` are the codes of all faults. */
export type NamesIn<Group extends string, End extends string = ''> = Between<MessageKey, `${Group}.`, End>;

/** The same of messages without placeholders. */
export type PlainNamesIn<Group extends string> = Between<PlainKey, `${Group}.`, ''>;

/** Values for placeholders, by their names. */
export type Params = Readonly<Record<string, string | number>>;

/** A key whose message takes nothing. */
export type PlainKey = { [Key in MessageKey]: Messages[Key] extends null ? Key : never }[MessageKey];
type Between<Key, Start extends string, End extends string> = Key extends `${Start}${infer Name}${End}`
  ? Name
  : never;

/** The sentence of a key; a key with placeholders demands their values, a union of keys those of every one. */
export type Translate = <Key extends MessageKey>(key: Key, ...params: ParamsOf<Key>) => string;

/** What a key demands beside it. */
export type ParamsOf<Key extends MessageKey> = [Messages[Key]] extends [null]
  ? []
  : [params: AllOf<Exclude<Messages[Key], null>>];

type AllOf<One> = (One extends unknown ? (one: One) => void : never) extends (
  all: infer All extends Params,
) => void
  ? All
  : never;
