import { levelsToChoose } from '../../../criteria/figureLevel.ts';
import type { Criterion, PublishedScheme } from '../../../criteria/scheme.ts';
import { bindingLanguage } from '../../../profile/profile.ts';
import { digestOf } from '../../../workflow/canonicalJson.ts';
import type { ImportGround, Line, LineFault } from './line.ts';

/** What is wrong with one line whatever the others say; null when nothing is. */
export function faultOfLine(line: Line, { published, written }: ImportGround): LineFault | null {
  if (line.fault) return line.fault;
  if (line.kind === 'offer') return null;
  const scope = line.offer === 0 ? 'organisation' : 'offer';
  const [here, there] = [published, written].map((one) => ruleOf(one, line));
  const version = published.scheme.version;
  if (!here) {
    if (ruleOf({ ...published, scheme: published.whole }, line)) return { code: 'notAsked' };
    if (there) return { code: 'retired', params: { version } };
    return { code: line.kind === 'fact' ? 'unknownFact' : 'unknownCriterion', params: { id: line.id } };
  }
  if (!there || (written !== published && there.digest !== here.digest)) {
    return { code: 'changedRule', params: { version } };
  }
  if (here.scope !== scope) return { code: here.scope === 'offer' ? 'ofOffer' : 'ofOrganisation' };
  return here.criterion ? faultOfAnswer(line, here.criterion) : null;
}

/** The rule that a line is about, with a digest of what its level or figure means; null for none. */
function ruleOf({ scheme, texts }: PublishedScheme, { kind, id }: Line) {
  if (kind === 'fact') {
    const fact = scheme.facts.find((one) => one.id === id);
    if (!fact) return null;
    return {
      scope: fact.scope,
      criterion: null,
      digest: digestOf([fact, texts[bindingLanguage].facts[id] ?? null]),
    };
  }
  const criterion = scheme.criteria.find((one) => one.id === id);
  if (!criterion) return null;
  const scope = scheme.themes.find((one) => one.id === criterion.theme)?.scope ?? 'organisation';
  const text = texts[bindingLanguage].criteria[id];
  const meaning = [text?.question ?? '', text?.levels ?? [], criterion.na, criterion.number ?? null];
  return { scope, criterion, digest: digestOf(meaning) };
}

function faultOfAnswer({ level, na }: Line, criterion: Criterion): LineFault | null {
  if (na && !criterion.na) return { code: 'naNotAllowed' };
  if (na && level !== null) return { code: 'naAndLevel' };
  if (level === null || !criterion.number) return null;
  const choices: readonly number[] = levelsToChoose(criterion.number);
  return choices.includes(level) ? null : { code: 'computed' };
}
