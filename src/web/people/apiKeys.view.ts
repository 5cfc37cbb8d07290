import { organisationScopes, partnerScopes } from '../../commands/items/apiKey.ts';
import type { KeyList } from '../../commands/people/views/listKeys.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { maxKeyDays } from '../../policies/apiKey.ts';
import { addDays, dayOf } from '../../register/day.ts';
import { organisationHref } from '../views/organisation.view.ts';

export type ApiKeysView = ReturnType<typeof apiKeysView>;

/** For how many days the key of before may go on, as the form offers them. */
export const graceDays = ['0', '1', '7', '30'] as const;

/** The page of the keys of an organisation, or of partners. */
export function apiKeysHref(organisationId: string | null, words: Translator): string {
  if (organisationId === null) return `/${words.language}/api-keys`;
  return `${organisationHref(words, organisationId)}/keys`;
}

/** The keys of an organisation, or of partners, and the forms that make and end them; `made` is the one that was just made, shown this once. */
export function apiKeysView({ organisation, at, keys }: KeyList, made: string | null, words: Translator) {
  const last = addDays(dayOf(at), maxKeyDays);
  return {
    organisation,
    made,
    keys,
    href: apiKeysHref(organisation?.id ?? null, words),
    scopes: organisation ? organisationScopes : partnerScopes,
    /** The day until which a key can be made at most. */
    last,
    graceDays,
    names: {
      name: words.t('apiKeys.name'),
      scopes: words.t('apiKeys.scopes'),
      endsOn: words.t('apiKeys.endsOn'),
      days: words.t('apiKeys.days'),
    },
    values: { endsOn: last, days: '7' },
  };
}
