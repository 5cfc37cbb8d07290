import type { SponsorDesk } from '../../../commands/application/views/viewSponsorship.ts';
import { type Sponsored, sponsoringCriterion } from '../../../commands/file/sponsors.ts';
import type { Sponsorship } from '../../../commands/items/items.ts';
import type { SchemeText } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import type { StateView } from '../answers/tasks.view.ts';

/** The word of a holder for an application, as everyone who reads the file sees it. */
export interface SponsorWord {
  readonly sponsor: string;
  readonly label: { readonly number: string; readonly href: string };
  readonly on: string;
  /** Empty unless it was given. */
  readonly note: string;
  readonly state: StateView;
}

const tones = { asked: 'sun', given: 'leaf', declined: '', withdrawn: '' } as const;

/** The view of one sponsorship for those who read the file. */
export function sponsorWord(one: Sponsorship, words: Translator): SponsorWord {
  const { sponsor, labelNumber: number, state, note, askedAt, answeredAt } = one;
  return {
    sponsor,
    label: { number, href: `/${words.language}/labels/${number}` },
    on: words.date(answeredAt ?? askedAt),
    note,
    state: { tone: tones[state], text: words.t(`sponsorship.state.${state}`) },
  };
}

/** A sponsorship for the people of the holder: what they may know of the file, and what they can do. */
export interface SponsorDeskView {
  readonly href: string;
  readonly organisation: string;
  readonly offers: readonly string[];
  readonly purpose: string;
  readonly label: string;
  readonly line: string;
  readonly note: string;
  readonly state: StateView;
  readonly may: { readonly answer: boolean; readonly withdraw: boolean };
  /** Why nothing can be answered, otherwise empty. */
  readonly closed: string;
}

/** The view of one sponsorship for its holder. */
export function sponsorDesk(
  { sponsorship, open, mayAnswer }: SponsorDesk,
  words: Translator,
): SponsorDeskView {
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
    closed: why === '' ? '' : words.t(`sponsorship.closed.${why}`),
  };
}

/** How many words an organisation gave in its cycle, with the days. */
export interface SponsoredView {
  readonly text: string;
  readonly days: readonly string[];
}

/** The view of that count; null where there is no cycle to count in. */
export function sponsoredView(
  sponsored: Sponsored | null,
  whose: 'own' | 'theirs',
  words: Translator,
): SponsoredView | null {
  if (!sponsored) return null;
  const { since, days } = sponsored;
  return {
    text: words.t(`sponsorship.count.${whose}`, { count: days.length, since: words.date(since) }),
    days: days.map((day) => words.date(day)),
  };
}

/** The same on the criterion that it is about. */
export interface SponsoredCard extends SponsoredView {
  readonly criterion: string;
  /** The level that the rule gives for it; empty where no word was given. */
  readonly suggests: string;
}

/** The view of that card; null where there is no cycle to count in. */
export function sponsoredCard(
  sponsored: Sponsored | null,
  { criteria }: SchemeText,
  words: Translator,
): SponsoredCard | null {
  const view = sponsoredView(sponsored, 'own', words);
  if (!view) return null;
  const anchor = criteria[sponsoringCriterion]?.levels[levelOfSponsors];
  const suggests =
    view.days.length > 0 && anchor
      ? words.t('sponsorship.count.suggests', { level: levelOfSponsors, text: anchor })
      : '';
  return { ...view, criterion: sponsoringCriterion, suggests };
}

/** The level whose anchor is a sponsored file (docs/design/criteria.md#sponsorship). */
const levelOfSponsors = 3;
