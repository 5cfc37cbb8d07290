import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { codesOn } from './codesOn.ts';

type Page = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;

/** Pages on which a code to scan is looked for: that of a certificate is on its first. */
const maxPages = 3;
/** Longer side (px) of a page as it is drawn: a code of 2 cm on A4 has four pixels a module. */
const side = 1600;
/** How long a page may be drawn (ms); ours take a tenth. */
const timeoutMs = 800;

/** What a phone would read in a document: the texts of its codes to scan, and the addresses of its links. */
export async function codesOfPdf(document: PDFDocumentProxy): Promise<{ codes: string[]; links: string[] }> {
  const [codes, links]: [string[], string[]] = [[], []];
  for (let n = 1; n <= Math.min(document.numPages, maxPages); n += 1) {
    const page = await document.getPage(n);
    const annotations: readonly { readonly unsafeUrl?: unknown }[] = await page.getAnnotations();
    links.push(...annotations.flatMap(({ unsafeUrl }) => (typeof unsafeUrl === 'string' ? [unsafeUrl] : [])));
    // What cannot be drawn shows no code.
    codes.push(...(await codesOf(document, page).catch(() => [])));
    page.cleanup();
  }
  return { codes, links };
}

async function codesOf({ canvasFactory }: PDFDocumentProxy, page: Page): Promise<string[]> {
  const whole = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: side / Math.max(whole.width, whole.height) });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const { canvas, context } = (canvasFactory as CanvasFactory).create(width, height);
  const drawing = page.render({ canvas, viewport });
  const end = performance.now() + timeoutMs;
  drawing.onContinue = (go: () => void) => (performance.now() < end ? setImmediate(go) : drawing.cancel());
  await drawing.promise;
  return codesOn({ width, height, data: context.getImageData(0, 0, width, height).data });
}

interface Context {
  getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
}

/** What the library leaves untyped; it draws by a canvas of its own. */
interface CanvasFactory {
  create(width: number, height: number): { readonly canvas: never; readonly context: Context };
}
