import type { Translator } from '../../i18n/i18n.ts';
import type { DataMap, DataUse, Keep } from '../../policies/dataMap.ts';
import type { Period } from '../../policies/period.ts';

export type DataMapView = ReturnType<typeof dataMapView>;

/** The map of what is kept as a table in words: one row a purpose. */
export function dataMapView({ uses }: DataMap, words: Translator) {
  return { rows: Object.entries(uses).map(([name, use]) => rowOf(name, use, words)) };
}

function rowOf(name: string, { about, basis, seenBy, keeps, erasure }: DataUse, words: Translator) {
  const { t, tOf } = words;
  return {
    title: tOf(`privacy.uses.${name}.title`),
    what: tOf(`privacy.uses.${name}.what`),
    about:
      about.length === 0
        ? t('privacy.about.nobody')
        : about.map((code) => t(`privacy.about.${code}`)).join(', '),
    why: tOf(`privacy.uses.${name}.why`),
    basis: t(`privacy.basis.${basis}`),
    seenBy: seenBy.map((code) => t(`privacy.seenBy.${code}`)).join(', '),
    keeps: keeps.map((keep) => keepText(keep, words)),
    erasure: t(`privacy.erasure.${erasure}`),
  };
}

function keepText(keep: Keep, words: Translator): string {
  const rule = words.tOf(`privacy.rules.${keep.rule}`);
  if (!('for' in keep))
    return words.t('privacy.keep', { rule, text: words.t(`privacy.until.${keep.until}`) });
  const text = words.t(`privacy.from.${keep.from}`, { period: periodText(keep.for, words) });
  return words.t('privacy.keep', { rule, text });
}

/** The one unit that a period is written in; months are told as such up to three years, as the rules write them. */
function periodText({ months, days, minutes }: Period, { t }: Translator): string {
  if (months > 0) return t('privacy.period.months', { n: months });
  return days > 0 ? t('privacy.period.days', { n: days }) : t('privacy.period.minutes', { n: minutes });
}
