// The reader proper; loaded here, it is not looked for when the first file comes.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TrustedKeys } from '../../commands/verify/trust.ts';
import type { CredentialRead, ReadFile } from '../../register/fileReading.ts';
import { isSealedByUs } from '../../register/judgeParts.ts';
import { readSeal } from '../seal/readSeal.ts';
import { codesOfPdf } from './codesOfPdf.ts';
import { hostOf, leadElsewhere } from './leadElsewhere.ts';
import { noCredential, readCredential } from './readCredential.ts';
import { readNumbers } from './readNumbers.ts';
import { printsOther } from './saysOther.ts';

/** Name under which our certificates carry their credential. */
const attached = 'credential.json';
/** Ours have one; reading a file stops where it was made to keep readers busy. */
const maxAttachments = 50;
/** Pages whose text is looked through for a number. */
const maxPages = 10;

/** Nothing but structure and text is asked for, and nothing that lies elsewhere: no fonts, no scripts, no forms. */
const options = {
  verbosity: 0,
  isEvalSupported: false,
  useSystemFonts: false,
  disableFontFace: true,
  useWasm: false,
  enableXfa: false,
  disableRange: true,
  disableStream: true,
  disableAutoFetch: true,
} as const;

/** Reads the seal, the attached credential or, without either, the number of a label that is printed in a PDF. */
export async function readPdf(bytes: Buffer, keys: TrustedKeys): Promise<ReadFile> {
  const seal = await readSeal(bytes, keys.anchors, keys.timeAnchors);
  const task = getDocument({ ...options, data: new Uint8Array(bytes) });
  try {
    const document = await task.promise;
    const credentials = await credentialsOf(document);
    if (credentials === null) return { flaw: 'tooHeavy' };
    const credential = await read(credentials, keys);
    const isSealed = isSealedByUs(seal);
    const text = isSealed ? '' : await textOf(document);
    const { codes, links } = isSealed ? { codes: [], links: [] } : await codesOfPdf(document);
    // A scanned page is a picture: what a phone reads on it names the label.
    const numbers = seal || credential ? [] : readNumbers([text, ...codes].join('\n'));
    const saysOther = credential !== null && !isSealed && printsOther(credential, text);
    // Links to others are in many documents.
    const led = [...codes, ...links.filter((link) => readNumbers(link).length > 0)];
    const elsewhere = leadElsewhere(led, hostOf(keys.did));
    return { kind: 'pdf', seal, credential, numbers, saysOther, elsewhere };
  } catch (error) {
    const encrypted = error instanceof Error && error.name === 'PasswordException';
    return { flaw: encrypted ? 'encrypted' : 'damaged' };
  } finally {
    await task.destroy();
  }
}

/** The attached credentials; null where there are too many attachments to look at. */
async function credentialsOf(document: PDFDocumentProxy): Promise<Uint8Array[] | null> {
  const attachments: Readonly<Record<string, { filename: string; content: Uint8Array | null }>> =
    (await document.getAttachments()) ?? {};
  const all = Object.values(attachments);
  if (all.length > maxAttachments) return null;
  return all.flatMap(({ filename, content }) => (filename === attached && content ? [content] : []));
}

async function read(credentials: readonly Uint8Array[], keys: TrustedKeys): Promise<CredentialRead | null> {
  const [first, second] = credentials;
  if (!first) return null;
  return second ? noCredential('twice') : readCredential(Buffer.from(first).toString('utf8'), keys);
}

async function textOf(document: PDFDocumentProxy): Promise<string> {
  const texts: string[] = [];
  for (let n = 1; n <= Math.min(document.numPages, maxPages); n += 1) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    page.cleanup();
  }
  return texts.join(' ');
}
