import type { Scheme, SchemeText } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { PlainNamesIn } from '../../messages.ts';
import type { Entry } from '../../register/entry.ts';
import { unitKind } from '../../register/identifier.ts';
import type { Validity } from '../../register/validity.ts';
import { badgeAlt, beingIssued, ownBadge, type ShownBadge } from '../views/badge.view.ts';
import { offerView } from '../views/offer.view.ts';
import { holderHref } from '../views/organisation.view.ts';
import { radar } from '../views/radar.view.ts';
import { statusView } from '../views/status.view.ts';
import { websiteView } from '../views/website.view.ts';
import { askedView } from './asked.view.ts';
import type { KnownLabel } from './issuedPath.ts';
import { labelData } from './labelData.view.ts';
import { labelHistory } from './labelHistory.view.ts';
import { publicFiles } from './publicFiles.view.ts';

/** What the page of a label is made from. */
export interface LabelData extends KnownLabel {
  readonly status: Validity;
  /** The label that took its place, as far as the register has it already. */
  readonly successor: ShownBadge | null;
  readonly today: string;
  /** What stands after `?on=`, as typed. */
  readonly asked: unknown;
  readonly scheme: Scheme;
  readonly text: SchemeText;
  readonly publicUrl: string;
}

export type LabelView = ReturnType<typeof labelView>;

/** The page of a label in the order in which it is read, as it stands today; everything in it comes from the register's row. */
export function labelView(from: LabelData, words: Translator) {
  const { entry, status, today, publicUrl } = from;
  const { number, organisation } = entry;
  const view = statusView(status, words);
  const badge = beingIssued(status) ? null : ownBadge(number, status, 'large', words.language);
  return {
    status: { ...view, note: words.t('pages.label.today', { today: words.date(today) }) },
    asOf: from.asOf,
    organisation: organisation.name,
    holder: holderHref(words, organisation.id),
    number,
    specimen: entry.specimen,
    offers: entry.offers.map((offer) => offerView(offer, entry, words)),
    facts: factsOf(from, words),
    history: labelHistory(entry, status, words),
    logged: entry.logged ?? null,
    asked: askedView(typeof from.asked === 'string' ? from.asked : null, entry, today, words),
    ...publicFiles(from, words),
    badge: badge === null ? null : { src: badge, alt: badgeAlt({ entry, status }, words) },
    radar: entry.scores ? radarOf(entry.scores, from, words) : null,
    image: `${publicUrl}/badges/${number}.png${status.word === 'superseded' ? '?successor=no' : ''}`,
    /** JSON-LD, safe inside a script element. */
    data: labelData(entry, status, `${publicUrl}/${words.language}/labels/${number}`, publicUrl),
  };
}

function factsOf({ entry, status, successor, text }: LabelData, words: Translator) {
  const { criteria, organisation } = entry;
  const term = (name: PlainNamesIn<'pages.label.fact'>) => words.t(`pages.label.fact.${name}`);
  return [
    { term: term('since'), text: words.date(entry.since) },
    ...endOf(status, words),
    {
      term: term('criteria'),
      text: words.t('pages.label.criteria', { title: text.title, version: criteria.version }),
      href: `/${words.language}/criteria/${criteria.version}`,
    },
    { term: term('commune'), text: organisation.commune },
    ...(organisation.website === undefined
      ? []
      : [{ term: term('website'), ...websiteView(organisation.website), outside: true as const }]),
    ...unitFact(organisation.identifier, words),
    { term: term('legalForm'), text: words.t(`legalForms.${organisation.legalForm}`) },
    ...(entry.successor === undefined ? [] : [successorOf(entry.successor, successor, words)]),
    { term: term('standing'), text: remark(entry, status, words) },
  ];
}

/** Its number in the official registers. */
function unitFact(identifier: string | undefined, words: Translator) {
  if (identifier === undefined) return [];
  const term = words.tOf(`pages.label.fact.${unitKind(identifier)}`);
  return [{ term, text: identifier }];
}

/** That conditions go on while its renewal is decided, which the word of the status does not say. */
function remark({ standing }: Entry, { word }: Validity, words: Translator): string | null {
  return word === 'extended' && standing === 'conditional' ? words.t('standing.conditional') : null;
}

/** The day that counts: until when it holds, otherwise until when it held; a period beyond that is no promise any more. */
function endOf(status: Validity, words: Translator) {
  const { valid, until, periodEnd } = status;
  const term = (name: PlainNamesIn<'pages.label.fact'>) => words.t(`pages.label.fact.${name}`);
  const end = { term: term('periodEnd'), text: words.date(periodEnd) };
  const isExtended = status.word === 'extended';
  if (until === null) return isExtended || beingIssued(status) ? [end] : [];
  if (isExtended) return [end, { term: term('atTheLatest'), text: words.date(until) }];
  return [{ term: term(valid ? 'until' : 'lastDay'), text: words.date(until) }];
}

/** The label that took the place of one, with its state; a link once the register has it. */
function successorOf(number: string, next: ShownBadge | null, words: Translator) {
  const term = words.t('renewal.replacedBy');
  if (next === null) return { term, text: `${number} · ${words.t('status.issuing.word')}` };
  const { word, sentence } = statusView(next.status, words);
  return { term, text: `${number} · ${word}`, note: sentence, href: `/${words.language}/labels/${number}` };
}

function radarOf(scores: NonNullable<Entry['scores']>, { scheme, text }: LabelData, words: Translator) {
  const floor = scheme.thresholds.organisation.first.themeFloor;
  const name = (theme: string, form: 'short' | 'title') => text.themes[theme]?.[form] ?? theme;
  const rows = scores.map(({ theme, score }) => ({
    theme: name(theme, 'title'),
    score: words.number(score, 0),
  }));
  const title = words.t('pages.label.radar.sentence', {
    scores: rows.map(({ theme, score }) => `${theme} ${score}`).join(', '),
  });
  const themes = scores.map(({ theme, score }) => ({ label: name(theme, 'short'), score }));
  return { svg: radar({ themes, floor, title }), rows, floor: words.number(floor, 0) };
}
