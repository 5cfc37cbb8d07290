import type { Translator } from '../../i18n/i18n.ts';
import type { IssuedFile, IssuedKind } from '../../register/entry.ts';
import { usualWidth } from './badgeWanted.ts';
import { issuedPath, type KnownLabel } from './issuedPath.ts';

/** Where they are by kind; a picture is offered in its usual width, the one that its address has without a size. */
const offered = [
  ['certificate', '/labels/:number/certificate.pdf', undefined],
  ['credential', '/credentials/:number', undefined],
  ['conformity', '/conformity/:number', undefined],
  ['badgeSvg', '/badges/:number.svg', undefined],
  ['badgePng', '/badges/:number.png', usualWidth('large')],
] as const satisfies readonly (readonly [IssuedKind, string, number | undefined])[];

/** Files that nobody opens by hand: they are offered to programs. */
const forPrograms: readonly IssuedKind[] = ['credential', 'conformity'];

/** The newest file of each kind. Size and digest stand only beside a link that gives exactly these bytes. */
export function publicFiles(known: KnownLabel, words: Translator) {
  const { number, files } = known.entry;
  const there = offered.flatMap(([kind, address, width]) => {
    const file = files.findLast((issued) => issued.kind === kind && issued.width === width);
    if (!file) return [];
    const href = address.replace(':number', number);
    const asIssued = issuedPath(known, file) === href;
    const term = words.t(`pages.label.file.${kind}`);
    return [{ term, href, file: asIssued ? file : null, forPrograms: forPrograms.includes(kind) }];
  });
  return {
    files: [
      ...there.map(({ term: text, file, ...one }) => ({
        text,
        note: file ? sizeOf(file, words) : '',
        ...one,
      })),
      {
        text: words.t('pages.label.file.json'),
        href: `/api/v1/labels/${number}`,
        note: '',
        forPrograms: true,
      },
    ],
    digests: there.flatMap(({ term, file }) => (file ? [{ term, text: file.digest }] : [])),
  };
}

function sizeOf({ size }: IssuedFile, words: Translator): string {
  return words.t('pages.label.size', { size: words.number(Math.max(1, Math.round(size / 1024)), 0) });
}
