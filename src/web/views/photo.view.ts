import { type Photo, photoFormats } from '../../register/entry.ts';

export type PhotoView = ReturnType<typeof photoView>;

/** So much of its digest names a photograph in its addresses: enough that no other has the same. */
const nameLength = 24;
/** What a browser shows that chooses none of the widths (pixels), and programs that fetch a picture of an offer. */
const usualWidth = 640;

/** A photograph as a page shows it: the formats in the order in which a browser takes the first that it knows. */
export function photoView(number: string, photo: Photo) {
  const { alt, width, height, files } = photo;
  return {
    ...{ alt, width, height },
    sources: photoFormats.map((format) => ({
      format,
      srcset: files
        .filter((file) => file.format === format)
        .map((file) => `${photoPath(number, photo, file)} ${file.width}w`)
        .join(', '),
    })),
    src: photoPath(number, photo, usualFile(photo)),
  };
}

/** A photograph for programs: one address that any of them reads. */
export function photoLink(number: string, photo: Photo, publicUrl: string) {
  const { alt } = photo;
  const file = usualFile(photo);
  return { address: `${publicUrl}${photoPath(number, photo, file)}`, alt, width: file.width };
}

/** The file of a photograph that an address of ours names. */
export function photoFile(number: string, photo: Photo, path: string) {
  return photo.files.find((file) => photoPath(number, photo, file) === path);
}

function usualFile({ files }: Photo) {
  const jpegs = files.filter(({ format }) => format === 'jpeg');
  const usual = jpegs.find(({ width }) => width >= usualWidth) ?? jpegs.at(-1);
  if (!usual) throw new Error('a photograph has no JPEG');
  return usual;
}

/** The address of exactly these bytes: another picture has another one. */
function photoPath(number: string, { files }: Photo, { format, width }: Photo['files'][number]): string {
  const name = files.at(-1)?.digest.slice(0, nameLength);
  return `/labels/${number}/photos/${name}-${width}.${format}`;
}
