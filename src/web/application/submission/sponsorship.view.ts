import type { SponsorDesk } from '../../../commands/application/views/viewSponsorship.ts';
import { type Sponsored, sponsoringCriterion } from '../../../commands/file/sponsors.ts';
import type { Sponsorship } from '../../../commands/items/items.ts';
import type { SchemeText } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';

export type SponsorWord = ReturnType<typeof sponsorWord>;

const tones = { asked: 'sun', given: 'leaf', declined: '', withdrawn: '' } as const;

/** The word of a holder for an application, as everyone who reads the file sees it. */
export function sponsorWord(one: Sponsorship, words: Translator) {
  const { sponsor, labelNumber: number, state, note, askedAt, answeredAt } = one;
  return {
    sponsor,
    label: { number, href: `/${words.language}/labels/${number}` },
    on: words.date(answeredAt ?? askedAt),
    /** Empty unless it was given. */
    note,
    state: { tone: tones[state], text: words.t(`sponsorship.state.${state}`) },
  };
}

export type SponsorDeskView = ReturnType<typeof sponsorDesk>;

/** A sponsorship for the people of the holder: what they may know of the file, and what they can do. */
export function sponsorDesk({ sponsorship, open, mayAnswer }: SponsorDesk, words: Translator) {
  const { id, shown, labelNumber, state, note, askedAt, answeredAt } = sponsorship;
  const asked = state === 'asked';
  const why = asked && !open ? 'over' : asked && !mayAnswer ? 'reader' : '';
  return {
    href: `/${words.language}/sponsorships/${id}`,
    organisation: shown.organisation || words.t('sponsorship.erased'),
    offers: shown.offers,
    purpose: shown.purpose,
    label: labelNumber,
    line: words.t(`sponsorship.line.${state}`, { day: words.date(answeredAt ?? askedAt) }),
    note,
    state: { tone: tones[state], text: words.t(`sponsorship.state.${state}`) },
    may: { answer: asked && open && mayAnswer, withdraw: state === 'given' && open && mayAnswer },
    /** Why nothing can be answered, otherwise empty. */
    closed: why === '' ? '' : words.t(`sponsorship.closed.${why}`),
  };
}

export type SponsoredView = NonNullable<ReturnType<typeof sponsoredView>>;

/** How many words an organisation gave in its cycle, with the days; null where there is no cycle to count in. */
export function sponsoredView(sponsored: Sponsored | null, whose: 'own' | 'theirs', words: Translator) {
  if (!sponsored) return null;
  const { since, days } = sponsored;
  return {
    text: words.t(`sponsorship.count.${whose}`, { count: days.length, since: words.date(since) }),
    days: days.map((day) => words.date(day)),
  };
}

export type SponsoredCard = NonNullable<ReturnType<typeof sponsoredCard>>;

/** The same on the criterion that it is about; null where there is no cycle to count in. */
export function sponsoredCard(sponsored: Sponsored | null, { criteria }: SchemeText, words: Translator) {
  const view = sponsoredView(sponsored, 'own', words);
  if (!view) return null;
  const anchor = criteria[sponsoringCriterion]?.levels[levelOfSponsors];
  /** The level that the rule gives for it; empty where no word was given. */
  const suggests =
    view.days.length > 0 && anchor
      ? words.t('sponsorship.count.suggests', { level: levelOfSponsors, text: anchor })
      : '';
  return { ...view, criterion: sponsoringCriterion, suggests };
}

/** The level whose anchor is a sponsored file (docs/design/criteria.md#sponsorship). */
const levelOfSponsors = 3;
