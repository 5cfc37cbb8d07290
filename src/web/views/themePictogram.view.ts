import { meanings } from '../../criteria/meanings.ts';

/** Name of the pictogram of a theme; a theme of an older version that has none any more gets the circle. */
export function themePictogram(theme: string): string {
  return meanings.pictograms[theme] ?? 'circle';
}
