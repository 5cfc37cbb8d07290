import type { NumberRule } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';

export type ScaleBarView = ReturnType<typeof scaleBar>;

/** What the bar is made from: the rule's thresholds (those that hold for this applicant) and the figure, null when not known. */
export interface ScaleBarData extends Pick<NumberRule, 'at' | 'better' | 'unit'> {
  /** Unique on its page; only letters, digits and dashes. */
  readonly id: string;
  readonly value: number | null;
}

const share = 20;

/** Five parts of equal width, level 0 at the left; the figure stands in its part in proportion. */
export function scaleBar({ id, at, better, unit, value }: ScaleBarData, words: Translator) {
  const figure = (n: number) => `${words.number(n, 2)}${unit === '%' ? ' %' : ''}`;
  const thresholds = at.map(figure).join(' · ');
  const marker = value === null ? null : { ...placeOf(value, at, better), text: figure(value) };
  return {
    id,
    sentence: marker
      ? words.t('site.scale.known', { value: marker.text, thresholds })
      : words.t('site.scale.unknown', { thresholds }),
    parts: [0, 1, 2, 3, 4].map((level) => ({ level, x: level * share, width: share })),
    ticks: at.map((threshold, i) => ({ x: (i + 1) * share, text: figure(threshold) })),
    marker,
  };
}

function placeOf(value: number, at: NumberRule['at'], better: NumberRule['better']) {
  const sign = better === 'higher' ? 1 : -1;
  // From zero to a hundred when more is better, from half as much again as the first threshold to zero when less is.
  const [start, end] = sign > 0 ? [Math.min(0, at[0]), Math.max(100, at[3])] : [at[0] * 1.5, 0];
  const level = at.filter((threshold) => sign * (value - threshold) >= 0).length;
  const from = at[level - 1] ?? start;
  const to = at[level] ?? end;
  const within = to === from ? 0.5 : Math.min(1, Math.max(0, (value - from) / (to - from)));
  const x = Math.min(99, Math.max(1, Math.round((level + within) * share * 10) / 10));
  return { x, anchor: x < 8 ? 'start' : x > 92 ? 'end' : 'middle' };
}
