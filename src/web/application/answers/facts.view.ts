import type { Facts } from '../../../criteria/assessment.ts';
import { factsOfNumber } from '../../../criteria/figureLevel.ts';
import { isNumeric, optionsOf } from '../../../criteria/figures.ts';
import type { OfferType } from '../../../criteria/offer.ts';
import type { Criterion, FactRule, Language, Scheme, SchemeText } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { profile } from '../../../profile/profile.ts';

export type FactFieldView = ReturnType<typeof factField>;

/** One figure as it is asked, in the field of its id: a number with its unit, or a choice. `type` says what an offer is counted in. */
export function factField(
  rule: FactRule,
  text: SchemeText,
  words: Translator,
  type: OfferType | null = null,
) {
  const texts = text.facts[rule.id];
  const unit = rule.unit === 'byType' && type ? `byType.${type}` : rule.unit;
  return {
    id: rule.id,
    ...(rule.unit === 'byType' && type
      ? wordsOfType(rule, type, { rules: texts?.help ?? '', text }, words)
      : { label: labelOf(rule, texts?.label ?? rule.id, words), help: texts?.help ?? '' }),
    unit: isNumeric(rule) ? words.tOf(`applicant.unit.${unit === '%' ? 'percent' : unit}`) : '',
    /** Empty for a number. */
    options: optionsOf(rule).map((value) => ({ value, text: texts?.options?.[value] ?? value })),
  };
}

/** The texts of a version call a part of an amount by what it is part of: whoever reads "Part" writes a percentage. */
function labelOf({ partOf, unit }: FactRule, label: string, { t, language }: Translator): string {
  if (partOf === undefined || unit !== profile.currency) return label;
  // A German label begins with a noun.
  const part = language === 'de' ? label : `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  return t('figure.amountOf', { part, currency: currencyName(language) });
}

/** The label's currency as people call an amount of it, e.g. "francs suisses". */
function currencyName(language: Language): string {
  const { currency } = profile;
  const amount = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'name' });
  return amount.formatToParts(2).find(({ type }) => type === 'currency')?.value ?? currency;
}

/** A figure that each type of offer counts in its own way is asked in the words of that type. */
function wordsOfType(
  rule: FactRule,
  type: OfferType,
  { rules, text }: { readonly rules: string; readonly text: SchemeText },
  words: Translator,
) {
  const key = `figure.byType.${type}.${rule.partOf === undefined ? 'whole' : 'part'}` as const;
  // How a base is counted is a rule of the version; the part already names the region.
  const ownRules = rule.partOf === undefined ? rulesOfType(type, rules, text) : [];
  return { label: words.t(`${key}.label`), help: [words.t(`${key}.help`), ...ownRules].join(' ') };
}

/** The sentences of the rules without those that begin with another type, as "Objet : coût de revient." for a service. */
export function rulesOfType(type: OfferType, rules: string, text: SchemeText): string[] {
  const options = Object.values(text.facts).find((fact) => fact.options?.[type])?.options ?? {};
  const others = Object.entries(options).flatMap(([name, label]) => (name === type ? [] : [label]));
  const sentences = rules.split(/(?<=[.!?])\s+/u).filter((sentence) => sentence !== '');
  return sentences.filter((sentence) => {
    const [subject = ''] = sentence.split(/\s*:/u);
    return !others.includes(subject);
  });
}

/** What figures are called, by field. */
export function factNames(fields: readonly FactFieldView[]): Record<string, string> {
  return Object.fromEntries(fields.map(({ id, label }) => [id, label]));
}

/** The criteria whose level depends on a figure. */
export function servedBy(fact: string, { criteria }: Scheme): Criterion[] {
  return criteria.filter(({ number }) => number && factsOfNumber(number).includes(fact));
}

/** Figures as the fields hold them, written as people of that language do. */
export function factValues(
  rules: readonly FactRule[],
  facts: Facts,
  words: Translator,
): Record<string, string> {
  const typed = (value: Facts[string] = '') =>
    typeof value === 'number' ? typedNumber(value, words) : value;
  return Object.fromEntries(rules.map(({ id }) => [id, typed(facts[id])]));
}

/** A number as its field holds it: thousands apart, the decimal sign of the language, a nought after three decimals. Every field reads it back. */
export function typedNumber(value: number, { language }: Translator): string {
  const [whole = '', decimals] = value
    .toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
    .split('.');
  const grouped = whole.replaceAll(/(?<=\d)(?=(\d{3})+$)/g, '\u00a0');
  if (decimals === undefined) return grouped;
  return `${grouped}${language === 'fr' ? ',' : '.'}${decimals}${decimals.length === 3 ? '0' : ''}`;
}
