import type { SchemeText } from '../../../criteria/scheme.ts';
import { anonymise, type Names } from '../../../policies/anonymise.ts';
import { dayOf } from '../../../register/day.ts';
import { folded, wordsIn } from '../../../register/folded.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { FrozenFile } from '../../file/frozenFile.ts';
import { type SettledPlace, settledPlaces } from '../../file/settledPlaces.ts';
import type { Finding } from '../../items/decidingItems.ts';
import type { Precedent, PrecedentPlace } from '../../ports/decidingPorts.ts';
import type { Deps } from '../../ports/ports.ts';
import { namesOfFile } from './namesOfFile.ts';

/** Criteria as people write them in a text: GOU-01. */
const codes = /(?<![\p{L}\p{N}])[A-Z]{3}-\d{2}(?!\p{N})/gu;

/** The row of a decision that is announced at an instant, its names hidden. */
export async function precedentOf(
  deps: Pick<Deps, 'store' | 'ids'>,
  file: FrozenFile,
  findings: readonly Finding[],
  at: string,
): Promise<Precedent> {
  const { application, published, snapshot } = file;
  const { context } = application;
  const hide = hiding(await namesOfFile(deps, file), Object.values(published.texts));
  const reason = hide(application.decisionReason);
  const conditions = context.conditions.map(({ text, due }) => ({ text: hide(text), due }));
  const places = placesOf(file, findings, [reason, ...conditions.map(({ text }) => text)].join('\n'));
  const anonymised = places.map((place) => ({ ...place, text: hide(place.text) }));
  const texts = [reason, ...conditions.map(({ text }) => text), ...anonymised.map(({ text }) => text)];
  return {
    id: deps.ids.next(),
    organisationId: context.organisationId,
    applicationId: application.id,
    decidedOn: dayOf(at),
    outcome: requireVisible(context.outcome),
    criteriaVersion: context.criteriaVersion,
    legalForm: snapshot.content.organisation.legalForm,
    reason,
    conditions,
    places: anonymised,
    criteria: [...new Set(anonymised.map(({ criterion }) => criterion))],
    words: wordsIn(texts.join('\n').replaceAll(/⟦\w+⟧/g, ' ')),
    overturnedOn: null,
  };
}

/** What the third person settled and what was found missing, each with its words, then what the reasons name by its code. */
function placesOf(file: FrozenFile, findings: readonly Finding[], reasons: string): PrecedentPlace[] {
  const settled = settledPlaces(file) ?? [];
  const moderated = file.application.moderation.map(({ criterion, offerId, level, comment }) => ({
    criterion,
    level: levelAt(settled, criterion, offerId) ?? level,
    text: comment,
  }));
  const missing = findings.map(({ place, text }) => ({
    criterion: place.criterion,
    level: levelAt(settled, place.criterion, place.offerId),
    text,
  }));
  const described = [...moderated, ...missing];
  const known = new Set(file.published.whole.criteria.map(({ id }) => id));
  const named = [...new Set(reasons.match(codes) ?? [])].filter(
    (code) => known.has(code) && !described.some(({ criterion }) => criterion === code),
  );
  return [
    ...described,
    ...named.map((criterion) => ({ criterion, level: levelAt(settled, criterion), text: '' })),
  ];
}

/** The level that counts at a place; of all offers together only where they have the same. */
function levelAt(settled: readonly SettledPlace[], criterion: string, offerId?: string) {
  const here = settled.filter(
    (place) => place.criterion.id === criterion && (offerId === undefined || place.offerId === offerId),
  );
  const [level = null, ...others] = new Set(here.map((place) => place.settled));
  return others.length === 0 ? level : null;
}

/** Words that the criteria themselves use in small letters are common ones. */
function hiding(names: Names, texts: readonly SchemeText[]): (text: string) => string {
  const small = JSON.stringify(texts).match(/(?<![\p{L}\p{N}])\p{Ll}+(?![\p{L}\p{N}])/gu) ?? [];
  const common = new Set(small.map(folded));
  return (text) => anonymise(text, names, common);
}

/** The row of the decision that an appeal upheld at an instant overturns, for the same commit; null when none was announced. */
export async function overturnedPrecedent(
  { store }: Pick<Deps, 'store'>,
  { applicationId, at }: { readonly applicationId: string; readonly at: string },
): Promise<Precedent | null> {
  const last = await store.lastPrecedent(applicationId);
  return last && { ...last, overturnedOn: dayOf(at) };
}
