import type { Groups, Messages } from '../templates/locales/messages.d.ts';

/** A key of the words, as the French files have it. */
export type MessageKey = keyof Messages;

/** What stands behind a group in the keys, and before an ending: `NamesIn<'faults'>` are the codes of all faults. */
export type NamesIn<Group extends keyof Groups, End extends string = ''> = Before<Groups[Group], End>;

/** The same of messages without placeholders. */
export type PlainNamesIn<Group extends keyof Groups> = Plain<Group, Groups[Group]>;

/** Values for placeholders, by their names. */
export type Params = Readonly<Record<string, string | number>>;

/** A key whose message takes nothing. */
export type PlainKey = { [Key in MessageKey]: Messages[Key] extends null ? Key : never }[MessageKey];

type Before<Name extends string, End extends string> = Name extends `${infer Start}${End}` ? Start : never;
type Plain<Group extends string, Name extends string> = Name extends unknown
  ? `${Group}.${Name}` extends infer Key extends MessageKey
    ? Messages[Key] extends null
      ? Name
      : never
    : never
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
