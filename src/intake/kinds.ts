/** A kind of file that is taken. */
export interface Kind {
  readonly family: 'pdf' | 'picture' | 'office' | 'text';
  /** As it is called in a sentence, in every language. */
  readonly label: string;
  /** Endings of a name that agree with the content; the first is given to a name that needs one. */
  readonly extensions: readonly [string, ...string[]];
  /** What it is kept and sent as. */
  readonly contentType: string;
  /** How its content is recognised (media types of file-type); text has no signature. */
  readonly signatures: readonly string[];
}

const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';
const heif = ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'];

/** Every kind of file that is taken; any other is refused. */
export const kinds = {
  pdf: kind('pdf', 'PDF', ['pdf'], 'application/pdf'),
  jpeg: kind('picture', 'JPEG', ['jpg', 'jpeg', 'jpe', 'jfif'], 'image/jpeg'),
  png: kind('picture', 'PNG', ['png'], 'image/png'),
  webp: kind('picture', 'WebP', ['webp'], 'image/webp'),
  heic: kind('picture', 'HEIC', ['heic', 'heif'], 'image/heic', heif),
  odt: kind('office', 'ODT', ['odt'], `${openDocument}.text`),
  ods: kind('office', 'ODS', ['ods'], `${openDocument}.spreadsheet`),
  odp: kind('office', 'ODP', ['odp'], `${openDocument}.presentation`),
  docx: kind('office', 'DOCX', ['docx'], `${openXml}.wordprocessingml.document`),
  xlsx: kind('office', 'XLSX', ['xlsx'], `${openXml}.spreadsheetml.sheet`),
  pptx: kind('office', 'PPTX', ['pptx'], `${openXml}.presentationml.presentation`),
  csv: kind('text', 'CSV', ['csv'], 'text/csv', []),
  txt: kind('text', 'TXT', ['txt'], 'text/plain', []),
} as const satisfies Readonly<Record<string, Kind>>;

export type KindName = keyof typeof kinds;

/** The kind with a signature, or null. */
export function kindOf(signature: string): KindName | null {
  const names = Object.keys(kinds) as KindName[];
  return names.find((name) => kinds[name].signatures.includes(signature)) ?? null;
}

function kind(
  family: Kind['family'],
  label: string,
  extensions: Kind['extensions'],
  contentType: string,
  signatures: Kind['signatures'] = [contentType],
): Kind {
  return { family, label, extensions, contentType, signatures };
}
