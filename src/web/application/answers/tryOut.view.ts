import { readinessOf } from '../../../commands/application/selfAssessment/submitGate.ts';
import { trialOffer } from '../../../commands/application/selfAssessment/tryAssessment.ts';
import { rulesFor } from '../../../criteria/fileRules.ts';
import type { PublishedScheme, Scope, Theme } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { themePictogram } from '../../views/themePictogram.view.ts';
import { type CriterionFormView, criterionForm, criterionNames } from './criterion.view.ts';
import { factField, factNames } from './facts.view.ts';
import { figureGroups } from './figures.view.ts';
import { missingOf } from './missing.view.ts';
import { description, descriptionNames, offerFacts } from './ownOffer.view.ts';
import { type AssessedFile, criteriaIn, scopePart } from './scope.view.ts';
import { scoreView } from './score.view.ts';
import { criterionValues } from './theme.view.ts';
import { type TryPart, tryPartOf, tryParts } from './tryParts.form.ts';

export type TryView = ReturnType<typeof tryView>;

/** A part of the self-assessment on a page, or its result. */
export function tryView(
  published: PublishedScheme,
  assessment: AssessedFile['assessment'],
  at: string,
  words: Translator,
) {
  const { scheme, texts } = published;
  const text = texts[words.language];
  const unnamed = words.t('try.offer');
  const offersNamed = assessment.offersNamed.map((offer) => ({ ...offer, name: offer.name || unnamed }));
  const file = {
    application: { id: '' },
    assessment: { ...assessment, offersNamed },
    published: rulesFor(published, null),
  };
  const section = ({ id, scope }: Theme) => {
    const part = scopePart(assessment, scope === 'offer' ? trialOffer : '');
    return {
      id,
      pictogram: themePictogram(id),
      title: text.themes[id]?.title ?? id,
      criteria: criteriaIn(scheme, id).map((criterion) =>
        here(criterionForm(criterion, file, part, words, true)),
      ),
    };
  };
  const type = assessment.offersNamed[0]?.type ?? 'service';
  const facts = offerFacts(scheme).map((rule) => factField(rule, text, words, type));
  const groups = figureGroups(scheme, text, words);
  const themesOf = (scope: Scope) => scheme.themes.filter((theme) => theme.scope === scope).map(section);
  const themes = themesOf('organisation');
  const parts = tryParts(scheme);
  const heads = [
    { id: 'figures', pictogram: 'sum', title: words.t('applicant.figures.title') } as const,
    ...themes.map(({ id, pictogram, title }) => ({ id, pictogram, title })),
    { id: 'offer', pictogram: 'basket', title: unnamed } as const,
  ];
  const criteria = themesOf('offer').flatMap((theme) => theme.criteria);
  return {
    version: scheme.version,
    /** Every part by what it is called, in their order, and the one that is shown; the result is none of them. */
    parts: heads,
    at,
    /** Names of the fields on the page: all others are carried along unseen. */
    fields: parts.find(({ id }) => id === at)?.fields ?? [],
    groups,
    themes,
    offer: { criteria, description, facts },
    /** First content of the fields. */
    values: { type, ...criterionValues(scheme.criteria, []) },
    /** What the fields are called, for the summary of a refusal. */
    names: {
      ...descriptionNames(words),
      ...factNames([...groups.flatMap((group) => group.facts), ...facts]),
      ...criterionNames([...themes.flatMap((theme) => theme.criteria), ...criteria]),
    },
    result: at === 'result' ? resultOf(file, parts, words) : null,
  };
}

function resultOf(file: AssessedFile, parts: readonly TryPart[], words: Translator) {
  const { scheme } = file.published;
  const readiness = readinessOf(scheme, file.assessment);
  const { organisation, labelledOffers } = readiness.verdict;
  const open = readiness.unanswered.length + readiness.naContradicted.length;
  const kind: 'open' | 'passes' | 'almost' =
    open > 0 ? 'open' : organisation.passes && labelledOffers.length > 0 ? 'passes' : 'almost';
  const score = scoreView(file, words);
  // Documents and reasons come with an application: none are requested here.
  const missing = missingOf(
    file,
    { ...readiness, evidenceMissing: [], naUnexplained: [], noOffer: false },
    words,
  );
  return {
    kind,
    title: words.t(`try.result.${kind}`, { count: open, of: scheme.criteria.length }),
    // What it says is in the list beside it, with the way there.
    score: { ...score, notes: score.notes.map((note) => ({ ...note, href: '' })) },
    missing: missing.map(({ title, items }) => ({
      title,
      items: items.map(({ text, href }) => {
        const name = href.slice(Math.max(href.lastIndexOf('/'), href.lastIndexOf('#')) + 1);
        return {
          text,
          name,
          part: tryPartOf(parts, name) ?? parts.find(({ id }) => id === name)?.id ?? null,
        };
      }),
    })),
  };
}

/** The figures of a criterion stand on another page, which no link leads to without losing what was typed. */
function here(form: CriterionFormView): CriterionFormView {
  const { figures } = form;
  return {
    ...form,
    figures: figures && { ...figures, missing: figures.missing.map(({ text }) => ({ text, href: '' })) },
  };
}
