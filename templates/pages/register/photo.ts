import type { PhotoView } from '../../../src/web/views/photo.view.ts';
import { pictogram } from '../../components/pictogram.ts';
import { type Html, html } from '../../html.ts';

interface Offer {
  readonly photo: PhotoView | null;
  readonly pictogram: string;
}

/** A photograph in the form that a browser takes; `sizes` says how wide it is shown. Its place is there before it comes. */
export function photograph(
  { alt, width, height, sources, src }: PhotoView,
  sizes: string,
  lazy = true,
): Html {
  const [last, ...better] = [...sources].reverse();
  return html`<picture>${better
    .reverse()
    .map(
      ({ format, srcset }) => html`<source type="image/${format}" srcset="${srcset}" sizes="${sizes}">`,
    )}<img class="photo" src="${src}" srcset="${last?.srcset}" sizes="${sizes}" width="${width}" height="${height}" alt="${alt}"${lazy && html` loading="lazy"`} decoding="async"></picture>`;
}

/** What stands beside the name of an offer in a list: its photograph, else the pictogram of what it is. */
export function offerTile(
  { photo, pictogram: drawing }: Offer,
  classes: string,
  size?: string,
  sizes = '(max-width: 40rem) 6rem, 9rem',
): Html {
  return html`<div class="tile ${classes}${photo && ' tile--photo'}">${
    photo ? photograph(photo, sizes) : pictogram(drawing, size)
  }</div>`;
}
