import type { Translator } from '../../i18n/i18n.ts';

/** How far levels lie above or below others, as a bar from the middle; drawn by the component of the same name. */
export interface GapBar {
  readonly text: string;
  /** In per cent of the width. */
  readonly x: number;
  readonly width: number;
  readonly side: 'above' | 'below' | 'same';
}

/** Levels of difference at which the bar ends. */
const max = 2;

/** The bar of a mean difference of levels; null where there is none. */
export function gapBar(gap: number | null, words: Translator): GapBar | null {
  if (gap === null) return null;
  const size = Math.abs(gap);
  const shown = words.number(size, 1);
  const side = shown === words.number(0, 1) ? 'same' : gap > 0 ? 'above' : 'below';
  const width = side === 'same' ? 0 : Math.round((Math.min(size, max) / max) * 500) / 10;
  return {
    text: words.t(`calibration.gap.${side}`, { gap: shown }),
    x: side === 'below' ? 50 - width : 50,
    width,
    side,
  };
}
