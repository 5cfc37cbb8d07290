import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { wordsOf } from '../../issuing/readPdf.ts';

/** What an answer says, as text: of a PDF its words, of a ZIP or a workbook the names and the texts of all that is in it. */
export async function textIn(bytes: Buffer): Promise<string> {
  const start = bytes.subarray(0, 4).toString('latin1');
  if (start === '%PDF') return wordsOf(bytes);
  if (start !== 'PK\u0003\u0004') return bytes.toString('utf8');
  const texts: string[] = [];
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    texts.push(entry.fileName, await textIn(await buffer(await zip.openReadStreamPromise(entry))));
  }
  return texts.join('\n');
}
