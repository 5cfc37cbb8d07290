import type { NumberRule } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';

export type ScaleBarView = ReturnType<typeof scaleBar>;

/** What the bar is made from: the rule's thresholds (those that hold for this applicant) and the figure, null when not known. */
export interface ScaleBarData {
  /** Unique on its page; only letters, digits and dashes. */
  readonly id: string;
  readonly at: NumberRule['at'];
  readonly better: NumberRule['better'];
  readonly unit: NumberRule['unit'];
  readonly value: number | null;
}

const share = 20;

/** Five parts of equal width, level 0 at the left; the figure stands in its part in proportion. */
export function scaleBar({ id, at, better, unit, value }: ScaleBarData, words: Translator) {
  const figure = (n: number) => `${words.number(n, 2)}${unit === '%' ? ' %' : ''}`;
  const place = value === null ? null : placeOf(value, at, better);
  return {
    id,
    sentence:
      value === null
        ? words.t('site.scale.unknown', { thresholds: at.map(figure).join(' · ') })
        : words.t('site.scale.known', { value: figure(value), thresholds: at.map(figure).join(' · ') }),
    parts: [0, 1, 2, 3, 4].map((level) => ({ level, x: level * share, width: share })),
    ticks: at.map((threshold, i) => ({ x: (i + 1) * share, text: figure(threshold) })),
    marker:
      value === null || place === null ? null : { x: place, anchor: anchorOf(place), text: figure(value) },
  };
}

function placeOf(value: number, at: NumberRule['at'], better: NumberRule['better']): number {
  const sign = better === 'higher' ? 1 : -1;
  const level = at.filter((threshold) => sign * (value - threshold) >= 0).length;
  const from = at[level - 1] ?? startOf(at, sign);
  const to = at[level] ?? endOf(at, sign);
  const within = to === from ? 0.5 : Math.min(1, Math.max(0, (value - from) / (to - from)));
  return Math.min(99, Math.max(1, Math.round((level + within) * share * 10) / 10));
}

/** Where the first part begins: zero when more is better, half as much again as the first threshold when less is. */
function startOf(at: NumberRule['at'], sign: number): number {
  return sign > 0 ? Math.min(0, at[0]) : at[0] * 1.5;
}

function endOf(at: NumberRule['at'], sign: number): number {
  return sign > 0 ? Math.max(100, at[3]) : 0;
}

function anchorOf(x: number): 'start' | 'middle' | 'end' {
  if (x < 8) return 'start';
  return x > 92 ? 'end' : 'middle';
}
