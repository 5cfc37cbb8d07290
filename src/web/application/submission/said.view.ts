import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { passageIn } from '../../../criteria/answerContent.ts';
import { criteriaOf } from '../../../criteria/criteriaOf.ts';
import { factsOfScope } from '../../../criteria/figures.ts';
import { type Offer, typeFact } from '../../../criteria/offer.ts';
import type { Criterion } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { offerLine, offerSays } from '../../../i18n/offerWords.ts';
import { withPassage } from '../../../i18n/passageText.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { levelTitle } from '../answers/choices.view.ts';
import { factField, factValues } from '../answers/facts.view.ts';
import { answerTo, cardHref, criteriaIn, levelIn, scopePart } from '../answers/scope.view.ts';

export type SaidGroup = ReturnType<typeof saidView>[number];

/** Everything that a file says, by theme and offer, as it is read before it is sent: what, in which words, and where it is changed. */
export function saidView(file: ApplicantFile, words: Translator) {
  const { scheme, texts } = file.published;
  const text = texts[words.language];
  const { themes } = scheme;
  const { offersNamed } = file.assessment;
  const groups = [
    { title: words.t('applicant.figures.title'), items: figuresSaid(file, null, words) },
    ...themes
      .filter(({ scope }) => scope === 'organisation')
      .map(({ id }) => ({
        title: text.themes[id]?.title ?? id,
        items: criteriaSaid(file, '', criteriaIn(scheme, id), words),
      })),
    ...offersNamed.map((offer) => ({
      title: offer.name,
      items: [
        {
          title: words.t('applicant.offers.described'),
          href: applicationHref(words, file.application.id, `offers/${offer.id}`),
          lines: [offerLine(offer, words), ...offerSays(offer, 'text', words).map((said) => said.text)],
        },
        ...figuresSaid(file, offer, words),
        ...criteriaSaid(file, offer.id, criteriaOf(scheme, 'offer'), words),
      ],
    })),
  ];
  return groups.filter(({ items }) => items.length > 0);
}

function figuresSaid(
  { published, assessment, application }: ApplicantFile,
  offer: Offer | null,
  words: Translator,
) {
  const text = published.texts[words.language];
  const all = factsOfScope(published.scheme, offer ? 'offer' : 'organisation');
  // The type of an offer stands in its description.
  const rules = all.filter(({ id }) => id !== typeFact);
  const { facts } = offer
    ? (assessment.offers.find(({ offerId }) => offerId === offer.id) ?? { facts: {} })
    : assessment;
  const values = factValues(rules, facts, words);
  const page = applicationHref(words, application.id, offer ? `offers/${offer.id}` : 'figures');
  return rules.map((rule) => {
    const { label, unit, options } = factField(rule, text, words, offer?.type);
    const value = values[rule.id] ?? '';
    const chosen = options.find((option) => option.value === value)?.text;
    const said = chosen ?? [value, unit].filter(Boolean).join(' ');
    return { title: label, href: `${page}#${rule.id}`, lines: value === '' ? [] : [said] };
  });
}

function criteriaSaid(
  file: ApplicantFile,
  offerId: string,
  criteria: readonly Criterion[],
  words: Translator,
) {
  const text = file.published.texts[words.language];
  const part = scopePart(file.assessment, offerId);
  return criteria.map((criterion) => {
    const { id } = criterion;
    const answer = answerTo(id, part.answers);
    const { level } = levelIn(criterion, part);
    const proofs = [
      answer?.evidence ?? '',
      ...file.documents
        .filter((document) => !document.withdrawn && answer?.files?.includes(document.id))
        .map(({ id: document, latest }) => withPassage(latest.name, passageIn(answer, document), words)),
    ].filter(Boolean);
    return {
      title: `${id} ${text.criteria[id]?.title ?? ''}`,
      href: cardHref(file, { offerId, criterion: id }, words),
      lines: [
        ...(level === null ? [] : [levelTitle(id, level, text, words)]),
        ...proofs.map((evidence) => words.t('deposit.differences.proof', { evidence })),
        ...(answer?.comment ? [words.t('deposit.differences.comment', { comment: answer.comment })] : []),
      ],
    };
  });
}
