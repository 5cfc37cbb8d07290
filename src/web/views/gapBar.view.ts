import type { Translator } from '../../i18n/i18n.ts';

export type GapBar = NonNullable<ReturnType<typeof gapBar>>;

/** Levels of difference at which the bar ends. */
const max = 2;

/** How far levels lie above or below others on average, as a bar from the middle in per cent of the width; null where there is none. */
export function gapBar(gap: number | null, words: Translator) {
  if (gap === null) return null;
  const size = Math.abs(gap);
  const shown = words.number(size, 1);
  const side: 'above' | 'below' | 'same' =
    shown === words.number(0, 1) ? 'same' : gap > 0 ? 'above' : 'below';
  const width = side === 'same' ? 0 : Math.round((Math.min(size, max) / max) * 500) / 10;
  return {
    text: words.t(`calibration.gap.${side}`, { gap: shown }),
    x: side === 'below' ? 50 - width : 50,
    width,
    side,
  };
}
