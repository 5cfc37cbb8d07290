import type { Facts, FactValue } from '../../../criteria/assessment.ts';
import { faultsOfNew, isNumeric, optionsOf } from '../../../criteria/figures.ts';
import { implausibleFigures } from '../../../criteria/implausibleFigure.ts';
import { typeFact } from '../../../criteria/offer.ts';
import type { FactRule, PublishedScheme } from '../../../criteria/scheme.ts';
import type { ImportGround, Line, LineFault, Report } from './line.ts';

/** Yes and no as people of the four languages write them in a table. */
const yesOrNo = { yes: ['yes', 'oui', 'ja', 'sì', 'si', 'true'], no: ['no', 'non', 'nein', 'false'] };

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
export function planFacts(lines: readonly Line[], ground: Ground, report: Report): Facts {
  const { kept, mode, published, place, assessment } = ground;
  const { scheme } = published;
  const wanted = new Map<string, { readonly line: Line; readonly value: FactValue }>();
  for (const line of lines) {
    const rule = scheme.facts.find(({ id }) => id === line.id);
    const value = rule ? valueIn(line, rule, published) : null;
    const there = kept[line.id];
    if (value === null) report(line, 'refused', notOne(line, rule));
    else if (value === there) report(line, 'same');
    else if (line.id === typeFact) report(line, 'refused', { code: 'typeFollows' });
    else if (there !== undefined && mode === 'fill') report(line, 'kept');
    else wanted.set(line.id, { line, value });
  }
  const scope = place === 0 ? 'organisation' : 'offer';
  const given = () => Object.fromEntries([...wanted].map(([id, { value }]) => [id, value]));
  const refuse = (fact: string, fault: LineFault) => {
    const found = wanted.get(fact);
    if (found) report(found.line, 'refused', fault);
    wanted.delete(fact);
  };
  const earlier = place === 0 ? assessment.earlier?.assessment.facts : undefined;
  for (const { fact, before, value } of implausibleFigures(scheme, given(), { kept, earlier })) {
    refuse(fact, { code: 'jump', params: { before, value } });
  }
  // One that is refused can have been the total of another: they are checked until all that are left fit together.
  for (let faults = faultsOfNew(scheme, scope, given(), kept); faults.length > 0; ) {
    for (const { fact, code, params } of faults) refuse(fact, { code, params });
    faults = faultsOfNew(scheme, scope, given(), kept);
  }
  for (const { line } of wanted.values()) report(line, kept[line.id] === undefined ? 'new' : 'replaced');
  return given();
}

/** The value that a line gives a figure; null when it is not one. A choice is matched by its id or its label in any language. */
function valueIn({ text, number }: Line, rule: FactRule, { texts }: PublishedScheme): FactValue | null {
  if (isNumeric(rule)) return number;
  const typed = text.toLowerCase();
  if (rule.unit === 'yesNo')
    return (['yes', 'no'] as const).find((one) => yesOrNo[one].includes(typed)) ?? null;
  const labels = Object.values(texts).map(({ facts }) => facts[rule.id]?.options);
  const names = (option: string) => [option, ...labels.map((one) => one?.[option])];
  return (
    optionsOf(rule).find((option) => names(option).some((name) => name?.toLowerCase() === typed)) ?? null
  );
}

function notOne({ text }: Line, rule: FactRule | undefined): LineFault {
  const value = text.slice(0, 60);
  if (!rule || isNumeric(rule)) return { code: 'notANumber', params: { value } };
  return { code: 'notAChoice', params: { value, options: optionsOf(rule).join(', ') } };
}
