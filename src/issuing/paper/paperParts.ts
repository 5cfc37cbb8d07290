import type { HeldCertificate } from '../../commands/items/heldCertificate.ts';
import type { Evidence, SignedDeclarations } from '../../commands/items/items.ts';
import type { AboutFile, FilePaper, LetterResult } from '../../commands/items/papers.ts';
import type { Offer, OfferType } from '../../criteria/offer.ts';
import type { PublishedScheme } from '../../criteria/scheme.ts';
import { aboutLabel } from '../../i18n/aboutLabel.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { bullets, digestGroups, heading, items, type Pair, pairs, paragraph } from './paperBlocks.ts';
import type { Paper } from './paperSheet.ts';

/** What a file on a label that is there is about; nothing of any other. */
export function aboutPair(file: AboutFile, words: Pick<Translator, 't'>): readonly Pair[] {
  const about = aboutLabel(file, words);
  return about === '' ? [] : [[words.t('scope.paper.subject'), about]];
}

/** What is claimed: the organisation's scores, and those of each offer where the file asks for offers alone. */
export function writeClaimed(
  paper: Paper,
  { organisation, offers }: FilePaper['result'],
  named: readonly Offer[],
  published: PublishedScheme,
): void {
  const ofOrganisation = organisation.levels.length > 0;
  if (ofOrganisation) writeScores(paper, organisation, published);
  for (const offer of ofOrganisation ? [] : offers) {
    heading(paper, 'H3', named.find(({ id }) => id === offer.offerId)?.name ?? '');
    writeScores(paper, offer, published);
  }
}

/** The overall score and that of each theme; a theme or file of which nothing is applicable has none. */
export function writeScores(
  paper: Paper,
  { overall, themes, threshold }: LetterResult,
  { texts }: PublishedScheme,
): void {
  const { words } = paper;
  const text = texts[words.language];
  const row = (label: string, { shown }: LetterResult['overall']): Pair =>
    shown === null ? [label, words.t('deposit.paper.notApplicable')] : [label, words.number(shown), shown];
  pairs(paper, [
    row(words.t('deposit.paper.overall', { threshold: words.number(threshold) }), overall),
    ...themes.map((theme) => {
      const title = text.themes[theme.theme]?.title ?? theme.theme;
      const floor = words.t('deposit.paper.floor', { theme: title, floor: words.number(theme.floor) });
      return row(theme.floor > 0 ? floor : title, theme);
    }),
  ]);
}

/** Who signed, when, and what they declared. */
export function writeSignature(
  paper: Paper,
  { name, role, at, exclusions }: SignedDeclarations,
  { scheme, texts }: PublishedScheme,
): void {
  const { words } = paper;
  heading(paper, 'H2', words.t('deposit.paper.signature'));
  pairs(paper, [
    [words.t('deposit.paper.signedBy'), name],
    [words.t('deposit.paper.role'), words.t(`roles.${role}`)],
    [words.t('deposit.paper.signedAt'), words.time(at)],
  ]);
  paper.y += 8;
  paragraph(paper, words.t('deposit.paper.rules'));
  const answers = scheme.exclusions.map(({ id }): Pair => {
    const question = texts[words.language].exclusions[id]?.question ?? id;
    return [question, words.t(exclusions[id] === 'yes' ? 'site.yes' : 'site.no')];
  });
  pairs(paper, answers);
}

/** The files of the evidence, each with what it is known again by. */
export function writeEvidence(paper: Paper, evidence: readonly Evidence[]): void {
  const { words } = paper;
  heading(paper, 'H2', words.t('deposit.paper.evidence'));
  if (evidence.length === 0) paragraph(paper, words.t('deposit.paper.noEvidence'));
  items(paper, evidence, ({ name, uploadedAt, size, digest, from, until }, body) => {
    paragraph(paper, name, 'strong', body);
    const handedIn = { date: words.date(uploadedAt), size: words.number(Math.max(1, size / 1024), 0) };
    paragraph(paper, words.t('deposit.paper.handedIn', handedIn), 'small', body);
    if (from !== null || until !== null) {
      const period = { from: words.date(from ?? until ?? ''), until: words.date(until ?? from ?? '') };
      paragraph(paper, words.t('deposit.paper.period', period), 'small', body);
    }
    paragraph(paper, `SHA-256 ${digestGroups(digest)}`, 'small', body);
  });
}

/** Certificates of others that the organisation says it holds, each with where it is seen. */
export function writeCertificates(paper: Paper, held: readonly HeldCertificate[]): void {
  const { words } = paper;
  heading(paper, 'H2', words.t('certificates.paper'));
  items(paper, held, ({ name, number, until, link }, body) => {
    const said = words.t('certificates.evidence', { name, number, until: words.date(until) });
    paragraph(paper, said, 'strong', body);
    if (link !== '') paragraph(paper, link, 'small', body);
  });
}

/** A day in full that no line parts. */
export function dayText({ words }: Paper, day: string): string {
  return words.date(day).replaceAll(' ', '\u00a0');
}

/** Commitments, each with the day by which it is kept. */
export function writeConditions(
  paper: Paper,
  conditions: readonly { readonly text: string; readonly due: string }[],
  level: 'H2' | 'H3' = 'H2',
): void {
  const { words } = paper;
  if (conditions.length === 0) return;
  heading(paper, level, words.t('papers.conditions', { count: conditions.length }));
  items(paper, conditions, ({ text, due }, body) => {
    paragraph(paper, text, 'body', body);
    paragraph(paper, words.t('papers.conditionBy', { due: dayText(paper, due) }), 'strong', body);
  });
}

/** A digest, and what it is good for: by default, a digest of what was sent. */
export function writeDigest(
  paper: Paper,
  digest: string,
  title = paper.words.t('deposit.paper.digest'),
  text = paper.words.t('deposit.paper.digestText'),
): void {
  heading(paper, 'H2', title);
  paragraph(paper, digestGroups(digest.slice(0, 32)), 'strong');
  paragraph(paper, digestGroups(digest.slice(32)), 'strong');
  paragraph(paper, text, 'small');
}

/** Names of offers, with what type each is of. */
export function writeOffers(
  paper: Paper,
  offers: readonly { readonly name: string; readonly type: OfferType }[],
): void {
  const { words } = paper;
  heading(paper, 'H2', words.t('deposit.paper.offers'));
  const names = offers.map(({ name, type }) => `${name} · ${words.t(`offerTypes.${type}`)}`);
  bullets(paper, names);
}
