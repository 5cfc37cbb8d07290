import { sheet } from './certificateFrame.ts';
import { layOutOffers, type OfferSetting } from './certificateOffers.ts';
import { scoresHeight, scoresWidth } from './certificateScores.ts';

const width = sheet.right - sheet.left;
const footTop = 455;
/** Room reserved for the line that says how many offers follow. */
const moreHeight = 20;
const scoresGap = 32;

type Spaced = OfferSetting & { readonly above: number };

/** Settings of the offers, from the most to the least airy, with the space between the sentence and the first. */
const offerSettings = [
  { columns: 1, size: 15, gap: 11, above: 26 },
  { columns: 2, size: 14, gap: 9, above: 20 },
  { columns: 2, size: 12.5, gap: 6, above: 16 },
] as const satisfies readonly Spaced[];

/** The same beside the points of themes. */
const besideScores = [
  { columns: 1, size: 15, gap: 11, above: 26 },
  { columns: 1, size: 13, gap: 7, above: 22 },
  { columns: 1, size: 11.5, gap: 3.5, above: 18 },
] as const satisfies readonly Spaced[];

/**
 * Where the offers go on the first page, and where the points of themes, null where they go on a later one: shares out what is
 * left between the sentence and the foot, all on one page where it can be.
 */
export function layOutFirst(offers: readonly string[], themes: number, sentenceBaseline: number) {
  const place = (setting: Spaced, across: number, reserved: number) => {
    const top = sentenceBaseline + setting.above;
    const box = { left: sheet.left, top, width: across, height: footTop - reserved - top };
    return layOutOffers(offers, box, setting);
  };
  const whole = (settings: readonly Spaced[], across: number) =>
    // One offer that takes all the room may reach below it: placed, but not held.
    settings
      .map((setting) => place(setting, across, 0))
      .find((one) => one.rest.length === 0 && one.bottom <= footTop);
  const scoresTop = Math.min(sentenceBaseline + 26, footTop - 7 - scoresHeight(themes));
  if (themes > 0 && scoresTop >= sentenceBaseline + 12) {
    const beside = whole(besideScores, width - scoresWidth - scoresGap);
    if (beside) return { offers: beside, scores: { left: sheet.right - scoresWidth, top: scoresTop } };
  }
  return { offers: whole(offerSettings, width) ?? place(offerSettings[2], width, moreHeight), scores: null };
}
