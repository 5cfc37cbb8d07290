import { PictureError, type PictureFlaw } from '../../pictures/pictureError.ts';

/** Name of a credential inside a PNG, and the namespace of its element inside an SVG (Open Badges 3.0, 5.3). */
export const bakedKeyword = 'openbadgecredential';
export const bakedNamespace = 'https://purl.imsglobal.org/ob/v3p0';

/** Longest credential that is read out of a picture (bytes): ours take some six thousand. */
export const bakedLimit = 1_000_000;

/** Why a picture is not read: as any, two credentials, one too long, entities or a document type of its own, content that acts or fetches. */
export type BakedFlaw = PictureFlaw | 'twice' | 'tooLong' | 'entities' | 'active';

/** The credential of a picture as text, or why it is not read; null for a picture without one. */
export type Baked = { readonly credential: string } | { readonly flaw: BakedFlaw } | null;

/** Stops the reading of a picture. */
export class BakedError extends Error {
  readonly flaw: BakedFlaw;

  constructor(flaw: BakedFlaw) {
    super(`baked picture: ${flaw}`);
    this.flaw = flaw;
  }
}

/** What the reading gave; `malformed` for whatever else a parser objects to. */
export function readingOf(read: () => string | null): Baked {
  try {
    const credential = read();
    return credential === null ? null : { credential };
  } catch (error) {
    const isKnown = error instanceof BakedError || error instanceof PictureError;
    return { flaw: isKnown ? error.flaw : 'malformed' };
  }
}
