import * as z from 'zod';
import type { Person } from '../../../commands/items/items.ts';
import type { AccountInput } from '../../../commands/people/provisioning/changeAccount.ts';
import { languages } from '../../../profile/profile.ts';
import { email, line } from '../../forms/fields.ts';
import { parse } from '../../forms/parse.ts';

/** The attributes of a user that are read (RFC 7643, 4.1), once the library knows that each is of its type. */
export interface Account {
  readonly userName: string;
  readonly externalId?: string | null;
  readonly displayName?: string | null;
  readonly name?: { readonly formatted?: string; readonly givenName?: string; readonly familyName?: string };
  readonly preferredLanguage?: string | null;
  readonly locale?: string | null;
  readonly active?: boolean | null;
}

const fields = {
  userName: email,
  externalId: line(200).optional(),
  displayName: line(120).optional(),
  active: z.boolean().optional(),
};

/** What a directory says of an account. `emails` repeats the address and is not read. */
export function accountInput(sent: Account, stored?: string) {
  const { userName, externalId, displayName, active } = parse(fields, {
    userName: sent.userName,
    externalId: sent.externalId ?? undefined,
    displayName: nameIn(sent, stored),
    active: sent.active ?? undefined,
  });
  const language = languageIn(sent);
  return { email: userName, externalId: externalId ?? null, name: displayName, language, active };
}

/** What is another than before in an account that a directory changed: the rest may have been changed by others meanwhile. */
export function changesIn(sent: Account, before: Person): AccountInput {
  const { email: address, externalId, name, language, active } = accountInput(sent, before.name);
  const unless = <T>(value: T, same: T) => (value === same ? undefined : value);
  return {
    email: unless(address, before.email),
    externalId: unless(externalId, before.provisioned?.externalId ?? null),
    name: unless(name, before.name),
    language: unless(language, before.language),
    active: unless(active, before.removedAt === null),
  };
}

/** What a directory shows as a name comes before its parts, unless it is the stored one and stands there only because nobody named it. */
function nameIn({ displayName, name = {} }: Account, stored?: string): string | undefined {
  const { formatted, givenName, familyName } = name;
  const whole = formatted || [givenName, familyName].filter(Boolean).join(' ');
  const shown = displayName === stored ? '' : displayName;
  return shown || whole || (displayName ?? undefined);
}

/** The first language that is one of ours; `de-CH` is German. */
function languageIn({ preferredLanguage, locale }: Account): AccountInput['language'] {
  const asked = [preferredLanguage, locale].map((tag) => tag?.split(/[-_]/)[0]?.toLowerCase());
  return asked.flatMap((one) => languages.filter((language) => language === one))[0];
}
