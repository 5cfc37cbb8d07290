import type { Person } from '../../commands/items/items.ts';
import { topics } from '../../commands/items/letters.ts';
import type { Passkey } from '../../commands/ports/accessPorts.ts';
import { languages } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { languageNames } from '../http/language.ts';
import type { OwnSession } from '../http/webDeps.ts';

/** What a person's own account is about. */
export interface OwnAccount {
  readonly person: Person;
  readonly sessions: readonly OwnSession[];
  /** Id of the session that looks. */
  readonly here: string;
  readonly passkeys: readonly Passkey[];
  /** Whether this session may add and remove passkeys. */
  readonly mayChangePasskeys: boolean;
}

export type AccountView = ReturnType<typeof accountView>;

/** A person's own account: who they are here, where they are signed in, their passkeys, the letters they get. */
export function accountView(
  { person, sessions, here, passkeys, mayChangePasskeys }: OwnAccount,
  words: Translator,
) {
  return {
    values: { name: person.name, language: person.language },
    email: person.email,
    languages: languages.map((value) => ({ value, text: languageNames[value] })),
    sessions: sessions.map(({ how, ...session }) => ({
      ...session,
      how: words.tOf(`account.how.${how}`),
      current: session.id === here,
    })),
    passkeys,
    mayChangePasskeys,
    topics: topics.map((topic) => ({ topic, stopped: person.unsubscribed.includes(topic) })),
  };
}
