import type { Facts, FactValue } from '../../../criteria/assessment.ts';
import { faultsOfNew, isNumeric, optionsOf } from '../../../criteria/figures.ts';
import { implausibleFigures } from '../../../criteria/implausibleFigure.ts';
import { typeFact } from '../../../criteria/offer.ts';
import type { FactRule, PublishedScheme } from '../../../criteria/scheme.ts';
import type { ImportGround, Line, LineFault, LineOutcome } from './line.ts';

/** Yes and no as people of the four languages write them in a table. */
const yesOrNo: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  ...Object.fromEntries(['yes', 'oui', 'ja', 'sì', 'si', 'true'].map((word) => [word, 'yes'])),
  ...Object.fromEntries(['no', 'non', 'nein', 'false'].map((word) => [word, 'no'])),
});

interface Ground extends ImportGround {
  /** Figures of the place that are there. */
  readonly kept: Facts;
  /** 0 for the organisation, else the number of the offer. */
  readonly place: number;
}

/**
 * The figures of one place that can be taken together. One that cannot be true beside the others is refused, and so is one
 * that is far from the one before: whether that is meant is asked where it is typed.
 */
export function planFacts(
  lines: readonly Line[],
  ground: Ground,
  say: (line: Line, outcome: LineOutcome, fault?: LineFault) => void,
): Facts {
  const { kept, mode, published, place, assessment } = ground;
  const { scheme } = published;
  const wanted = new Map<string, { readonly line: Line; readonly value: FactValue }>();
  for (const line of lines) {
    const rule = scheme.facts.find(({ id }) => id === line.id);
    const value = rule ? valueIn(line, rule, published) : null;
    const there = kept[line.id];
    if (value === null) say(line, 'refused', notOne(line, rule));
    else if (value === there) say(line, 'same');
    else if (line.id === typeFact) say(line, 'refused', { code: 'typeFollows' });
    else if (there !== undefined && mode === 'fill') say(line, 'kept');
    else wanted.set(line.id, { line, value });
  }
  const scope = place === 0 ? 'organisation' : 'offer';
  const given = () => Object.fromEntries([...wanted].map(([id, { value }]) => [id, value]));
  const refuse = (fact: string, fault: LineFault) => {
    const found = wanted.get(fact);
    if (found) say(found.line, 'refused', fault);
    wanted.delete(fact);
  };
  const earlier = place === 0 ? assessment.earlier?.assessment.facts : undefined;
  for (const { fact, before, value } of implausibleFigures(scheme, given(), { kept, earlier })) {
    refuse(fact, { code: 'jump', params: { before, value } });
  }
  // One that is refused can have been the total of another: they are looked at until all that are left go together.
  for (let faults = [...faultsOfNew(scheme, scope, given(), kept)]; faults.length > 0; ) {
    for (const { fact, code, params } of faults) refuse(fact, { code, params });
    faults = [...faultsOfNew(scheme, scope, given(), kept)];
  }
  for (const { line } of wanted.values()) say(line, kept[line.id] === undefined ? 'new' : 'replaced');
  return given();
}

/** What a line says the figure is; null when it is no value of it. A choice is known by its id or by its words in any language. */
function valueIn({ text, number }: Line, rule: FactRule, { texts }: PublishedScheme): FactValue | null {
  if (isNumeric(rule)) return number;
  const said = rule.unit === 'yesNo' ? (yesOrNo[text.toLowerCase()] ?? '') : text.toLowerCase();
  const words = (option: string) =>
    Object.values(texts).map((one) => one.facts[rule.id]?.options?.[option]?.toLowerCase());
  return (
    optionsOf(rule).find((option) => option.toLowerCase() === said || words(option).includes(said)) ?? null
  );
}

function notOne({ text }: Line, rule: FactRule | undefined): LineFault {
  const value = text.slice(0, 60);
  if (!rule || isNumeric(rule)) return { code: 'notANumber', params: { value } };
  return { code: 'notAChoice', params: { value, options: optionsOf(rule).join(', ') } };
}
