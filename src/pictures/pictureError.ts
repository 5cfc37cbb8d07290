/** Why a picture is not read: cut short, a wrong checksum, not what its kind demands, or more parts or pixels than an honest one has. */
export type PictureFlaw = 'truncated' | 'checksum' | 'malformed' | 'tooComplex' | 'tooManyPixels';

/** Stops the reading of a picture. */
export class PictureError extends Error {
  readonly flaw: PictureFlaw;

  constructor(flaw: PictureFlaw) {
    super(`picture: ${flaw}`);
    this.flaw = flaw;
  }
}
