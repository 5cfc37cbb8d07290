import type { Intake } from '../../commands/items/intake.ts';
import type { Bulk } from '../../commands/ports/bulk.ts';
import type { Files } from '../../commands/ports/filePorts.ts';
import type { OpenData } from '../../commands/ports/registerPorts.ts';
import { type OfferType, offerTypes } from '../../criteria/offer.ts';
import { renderPng } from '../../issuing/drawing/raster.ts';
import type { Entry, Photo } from '../../register/entry.ts';
import { random } from './random.ts';
import { readWords } from './readWords.ts';
import { stillLife } from './stillLife.ts';

/** Different pictures of each type of offer. */
const variants = 3;
/** Of a hundred offers, so many have a picture; the others show what everybody sees without one. */
const share = 80;
const width = 1280;
const maxEntries = 200;

interface Parts {
  readonly bulk: Bulk;
  readonly store: Pick<OpenData, 'changesAfter'>;
  readonly files: Files;
  readonly intake: Pick<Intake, 'receivePhoto'>;
}

/**
 * Gives offers of the first specimens a picture, drawn by the service and taken in as photographs of holders are; those of the same
 * type share some. Nothing is done where that was done already, or once it is `stopping`.
 */
export async function showPhotos(
  { bulk, store, files, intake }: Parts,
  stopping: AbortSignal,
): Promise<void> {
  const changes = await store.changesAfter(0, maxEntries);
  const bare = changes.map(({ entry }) => entry).filter(({ specimen }) => specimen);
  if (bare.some(({ offers }) => offers.some(({ photo }) => photo))) return;
  const { pictures } = readWords();
  const chance = random(bare.length);
  const shown = new Map<OfferType, Omit<Photo, 'alt'>[]>();
  for (const type of offerTypes) {
    const some: Omit<Photo, 'alt'>[] = [];
    for (let i = 0; i < variants; i += 1) {
      if (stopping.aborted) return;
      const png = await renderPng(stillLife(type, chance), width);
      const { pictures: drawn, ...size } = await intake.receivePhoto(png, 'specimen.png');
      const saved = drawn.map(async ({ bytes, ...file }) => ({
        ...file,
        digest: await files.save(bytes, `image/${file.format}`),
      }));
      some.push({ ...size, files: await Promise.all(saved) });
    }
    shown.set(type, some);
  }
  const withPhoto = (entry: Entry, offer: Entry['offers'][number]) => {
    const photo = chance.pick(shown.get(offer.type) ?? []);
    return chance.percent(share)
      ? { ...offer, photo: { ...photo, alt: pictures[offer.type][entry.language] } }
      : offer;
  };
  await bulk.changeEntries(
    bare.map((entry) => ({ ...entry, offers: entry.offers.map((one) => withPhoto(entry, one)) })),
  );
}
