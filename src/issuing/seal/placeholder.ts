import type { Pdf } from '../pdf/pdfBase.ts';

/** What a seal says of itself in the document, readable without checking it. */
export interface SealField {
  /** Who seals, also the name of the field that a screen reader says. */
  readonly name: string;
  /** ISO instant of sealing as the signer claims it; the signed message itself holds none (ETSI EN 319 142-1, 6.3). */
  readonly at: string;
  readonly place: string;
  /** Whether room is kept for the token of a time-stamping authority. */
  readonly timestamped: boolean;
}

const rangeUnknown = '**********';
const bytesKept = { plain: 8192, timestamped: 16_384 };
const printAndLocked = 132;
const signaturesExistAppendOnly = 3;
/** No change is allowed: nothing may be laid over a page, filled in or annotated (ISO 32000-1, 12.8.2.2). */
const noChanges = 1;

/**
 * Keeps a place for a seal in a document whose pages are drawn, before it is closed; nothing of it is seen. The seal certifies
 * the document: whoever checks it refuses what was added afterwards, but for what makes the seal last (ISO 32000-2, 12.8.2.2).
 * Without size, the field needs neither an appearance (ISO 19005-3, 6.3.3) nor a place in the structure (ISO 14289-1,
 * 7.18.4), but it does need the print flag (ISO 19005-3, 6.3.2) and a name (ISO 14289-1, 7.18.1).
 */
export function addSealPlaceholder({ doc }: Pdf, { name, at, place, timestamped }: SealField): void {
  if (formOf(doc)) throw new Error('a document keeps the place of one seal');
  // The library writes a primitive string as a name, a String object as text.
  const text = (value: string) => Object(value) as string;
  const seal = doc.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    Name: text(name),
    M: new Date(at),
    Location: text(place),
    Reference: [
      {
        Type: 'SigRef',
        TransformMethod: 'DocMDP',
        TransformParams: { Type: 'TransformParams', P: noChanges, V: '1.2' },
      },
    ],
    ByteRange: [0, rangeUnknown, rangeUnknown, rangeUnknown],
    Contents: Buffer.alloc(timestamped ? bytesKept.timestamped : bytesKept.plain),
  });
  seal.end(undefined);
  doc.switchToPage(0);
  const field = doc.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: text('Seal'),
    TU: text(name),
    F: printAndLocked,
    Rect: [0, 0, 0, 0],
    P: doc.page.dictionary,
    V: seal,
  });
  field.end(undefined);
  doc.page.annotations.push(field);
  doc.initForm();
  doc._root.data.Perms = { DocMDP: seal };
  Object.assign(formOf(doc) ?? {}, {
    Fields: [field],
    SigFlags: signaturesExistAppendOnly,
    // Asking the reader to draw fields is not allowed (ISO 19005-3, 6.4.1).
    NeedAppearances: undefined,
  });
}

function formOf(doc: PDFKit.PDFDocument): object | undefined {
  return doc._root.data.AcroForm?.data;
}
