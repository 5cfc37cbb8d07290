import type { ComparedFile } from '../../../commands/application/selfAssessment/compareFile.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { contentOf } from '../../../criteria/answerContent.ts';
import type { Answer, FactValue } from '../../../criteria/assessment.ts';
import type { AnswerDifference, ThingDifference } from '../../../criteria/differences.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { offerLine, offerSays } from '../../../i18n/offerWords.ts';
import { passageText } from '../../../i18n/passageText.ts';
import { resultOf } from '../../../scoring/result.ts';
import { applicationHref, frameView } from '../../views/applicationFrame.view.ts';
import { levelTitle } from '../answers/choices.view.ts';
import { cardHref } from '../answers/scope.view.ts';

export type DifferenceView = ReturnType<typeof offerItem>;
export type DifferencesView = ReturnType<typeof differencesView>;

/** Each thing that differs: how it was, and how it is. */
export function differencesView(file: ApplicantFile, compared: ComparedFile, words: Translator) {
  const { differences, n, beforeN } = compared;
  const groups: { readonly key: keyof typeof differences; readonly items: readonly DifferenceView[] }[] = [
    { key: 'facts', items: factItems(file, compared, words) },
    { key: 'answers', items: answerItems(file, compared, words) },
    { key: 'offers', items: differences.offers.map((difference) => offerItem(file, difference, words)) },
    {
      key: 'evidence',
      items: differences.evidence.map(({ before, after }) => ({
        title: (after ?? before)?.name ?? '',
        href: after ? applicationHref(words, file.application.id, 'evidence') : '',
        before: before ? [before.name] : [],
        after: after ? [before ? words.t('deposit.differences.revised') : after.name] : [],
      })),
    },
  ];
  return {
    frame: frameView(file, words),
    n,
    beforeN,
    groups: groups.filter(({ items }) => items.length > 0),
  };
}

function factItems(
  { application, published }: ApplicantFile,
  { differences, after }: ComparedFile,
  words: Translator,
) {
  const text = published.texts[words.language];
  const value = (fact: string, given: FactValue | null): string[] => {
    if (given === null) return [];
    if (typeof given === 'number') return [words.number(given, 2)];
    const option = text.facts[fact]?.options?.[given];
    return [option ?? (given === 'yes' || given === 'no' ? words.t(`site.${given}`) : given)];
  };
  return differences.facts.map(({ offerId, fact, before, after: now }) => ({
    title: `${text.facts[fact]?.label ?? fact}${ofOffer(after, offerId)}`,
    href: `${applicationHref(words, application.id, offerId === '' ? 'figures' : `offers/${offerId}`)}#${fact}`,
    before: value(fact, before),
    after: value(fact, now),
  }));
}

function answerItems(file: ApplicantFile, { differences, before, after }: ComparedFile, words: Translator) {
  const { scheme, texts } = file.published;
  const text = texts[words.language];
  const [was, is] = [before, after].map(({ assessment }) => resultOf(scheme, 'first', assessment));
  const levelOf = (result: typeof was, { offerId, criterion }: AnswerDifference) =>
    [result?.organisation, ...(result?.offers ?? [])]
      .find((scope) => scope?.offerId === offerId)
      ?.levels.find((one) => one.criterion === criterion)?.level ?? null;
  return differences.answers.map((difference) => {
    const { offerId, criterion, parts } = difference;
    const has = (part: (typeof parts)[number]) => parts.includes(part);
    const content = (answer: Answer | null, result: typeof was): string[] => {
      const level = levelOf(result, difference);
      const { evidence, comment, files, passages = [] } = contentOf(answer);
      return [
        ...((has('level') || has('na')) && level !== null ? [levelTitle(criterion, level, text, words)] : []),
        ...(has('evidence') && evidence ? [words.t('deposit.differences.proof', { evidence })] : []),
        ...(has('files') ? [words.t('deposit.differences.files', { count: files?.length ?? 0 })] : []),
        ...(has('passages') ? passages.map((passage) => passageText(passage, words)) : []),
        ...(has('comment') && comment ? [words.t('deposit.differences.comment', { comment })] : []),
      ];
    };
    return {
      title: `${criterion} ${text.criteria[criterion]?.title ?? ''}${ofOffer(after, offerId)}`,
      href: cardHref(file, difference, words),
      before: content(difference.before, was),
      after: content(difference.after, is),
    };
  });
}

function offerItem(
  { application }: ApplicantFile,
  { before, after }: ThingDifference<ComparedFile['before']['offers'][number]>,
  words: Translator,
) {
  const lines = (offer: typeof before): string[] => {
    if (!offer) return [];
    const texts = offerSays(offer, 'text', words).map(({ text }) => text);
    return [`${offer.name} · ${offerLine(offer, words)}`, ...texts];
  };
  return {
    title: (after ?? before)?.name ?? '',
    /** The place in the working copy; empty where it is no more. */
    href: after ? applicationHref(words, application.id, `offers/${after.id}`) : '',
    before: lines(before),
    after: lines(after),
  };
}

function ofOffer({ offers }: ComparedFile['after'], offerId: string): string {
  const offer = offers.find(({ id }) => id === offerId);
  return offer ? ` (${offer.name})` : '';
}
