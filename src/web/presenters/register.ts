import type { Entry } from '../../register/entry.ts';
import { statusToday } from '../../register/publicStatus.ts';
import type { Words } from '../../words/i18n.ts';
import { type OfferView, offerView } from './offer.ts';
import { type StatusView, statusView } from './status.ts';

/** What the register was asked for, and the labels that answer; `type` and `commune` are empty when not asked for. */
export interface RegisterData {
  readonly query: string;
  readonly leman: boolean;
  readonly type: string;
  readonly entries: readonly Entry[];
  readonly today: string;
}

/** The register, by offer first: each offer with who makes it and whether its label holds. */
export interface RegisterView {
  readonly query: string;
  readonly leman: boolean;
  readonly types: readonly { readonly value: string; readonly text: string; readonly current: boolean }[];
  readonly count: string;
  readonly results: readonly (OfferView & {
    readonly href: string;
    readonly by: string;
    readonly status: StatusView;
    readonly valid: boolean;
  })[];
}

const types = ['', 'food', 'object', 'service', 'secondHand'] as const;

/** The view of a search: offers whose own words were asked for come first, then those of a valid label. */
export function registerView(
  { query, leman, type, entries, today }: RegisterData,
  words: Words,
): RegisterView {
  const asked = plain(query);
  const found = entries.flatMap((entry) => {
    const status = statusToday(entry, today);
    return entry.offers
      .filter((offer) => type === '' || offer.type === type)
      .map((offer) => ({
        ...offerView(offer, entry, words),
        href: `/${words.language}/labels/${entry.number}`,
        by: words.t('pages.register.by', {
          organisation: entry.organisation.name,
          commune: entry.organisation.commune,
        }),
        status: statusView(status, entry.until, words),
        valid: status.valid,
      }));
  });
  const rank = (result: (typeof found)[number]) =>
    (result.valid ? 0 : 2) + (asked !== '' && plain(result.name).includes(asked) ? 0 : 1);
  const results = found.sort((a, b) => rank(a) - rank(b));
  return {
    query,
    leman,
    types: types.map((value) => ({
      value,
      text: words.t(value === '' ? 'pages.register.allTypes' : `offerTypes.${value}`),
      current: value === type,
    })),
    count: words.t('pages.register.count', { count: results.length }),
    results,
  };
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();
}
