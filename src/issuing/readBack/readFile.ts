import type { TrustedKeys } from '../../commands/verify/trust.ts';
import type { FileReading, ReadFile } from '../../register/fileReading.ts';
import { type Baked, bakedLimit } from '../badge/baked.ts';
import { readBakedPng } from '../badge/bakedPng.ts';
import { readBakedSvg } from '../badge/bakedSvg.ts';
import { codesOfDrawing, isOfBadges } from './codesOfDrawing.ts';
import { hostOf, leadElsewhere } from './leadElsewhere.ts';
import { isToken, readConformity } from './readConformity.ts';
import { noCredential, readCredential } from './readCredential.ts';
import { readNumbers } from './readNumbers.ts';
import { readPdf } from './readPdf.ts';
import { readPicture } from './readPicture.ts';
import { readWrapped } from './readWrapped.ts';
import { showsOther } from './saysOther.ts';
import { unreadBecause } from './unreadBecause.ts';

/** Reads a file by what its first bytes say it is: whoever finds another format in it finds no file of ours. */
export async function readFile(bytes: Buffer, keys: TrustedKeys): Promise<ReadFile> {
  if (bytes.length === 0) return { flaw: 'empty' };
  const host = hostOf(keys.did);
  const head = bytes.toString('latin1', 0, 64);
  if (head.startsWith('%PDF-')) return readPdf(bytes, keys);
  if (head.startsWith('\u0089PNG\r\n\u001a\n'))
    return baked(readBakedPng(bytes), keys, () => readPicture(bytes, host));
  if (head.startsWith('ÿØÿ') || /^RIFF.{4}WEBP/s.test(head)) return readPicture(bytes, host);
  if (head.startsWith('eyJ')) return token(bytes, keys);
  const start = /^(?:ï»¿)?\s*(?:([<])|[{])/.exec(head);
  if (!start) return { flaw: 'unknownKind' };
  if (start[1]) return drawing(bytes, keys);
  if (bytes.length > bakedLimit) return { flaw: 'credentialTooLong' };
  return credentialIn(bytes.toString('utf8'), keys, readCredential);
}

/** A drawing of ours names its label, also where it is no issued file: as a mark, or of a label that does not hold. */
function drawing(bytes: Buffer, keys: TrustedKeys): Promise<ReadFile> {
  const texts: string[] = [];
  // Whatever else it is made of may take a renderer long, or show what is not in the drawing.
  let isPlain = true;
  const read = readBakedSvg(bytes, {
    text: (text) => texts.push(text),
    element: (name, settings) => {
      isPlain &&= isOfBadges(name, settings);
    },
  });
  return baked(read, keys, async () => {
    const codes = isPlain ? await codesOfDrawing(bytes) : [];
    const elsewhere = leadElsewhere(codes, hostOf(keys.did));
    return { ...nothing, numbers: readNumbers(texts.join('\n')), elsewhere };
  });
}

async function token(bytes: Buffer, keys: TrustedKeys): Promise<ReadFile> {
  if (bytes.length > bakedLimit) return { flaw: 'credentialTooLong' };
  const text = bytes.toString('latin1');
  if (!isToken(text)) return { flaw: 'unknownKind' };
  return credentialIn(text, keys, readConformity);
}

async function credentialIn(text: string, keys: TrustedKeys, read: typeof readCredential): Promise<ReadFile> {
  const wrapped = await readWrapped(text, keys);
  if (wrapped) return { ...nothing, kind: 'presentation', credential: wrapped };
  return { ...nothing, kind: 'json', credential: await read(text, keys) };
}

const nothing: FileReading = {
  kind: 'picture',
  seal: null,
  credential: null,
  numbers: [],
  saysOther: false,
  elsewhere: null,
};

async function baked(read: Baked, keys: TrustedKeys, without: () => Promise<ReadFile>): Promise<ReadFile> {
  if (read === null) return without();
  if ('credential' in read) {
    const credential = await readCredential(read.credential, keys);
    const picture = await without();
    if ('flaw' in picture) return { ...nothing, credential };
    const { numbers, elsewhere } = picture;
    return { ...nothing, credential, saysOther: showsOther(credential, numbers), elsewhere };
  }
  if (read.flaw === 'twice') return { ...nothing, credential: noCredential('twice') };
  return { flaw: unreadBecause[read.flaw] };
}
