import { hash } from 'node:crypto';
import { expect } from 'chai';
import { objectIds } from '../../../../src/issuing/seal/objectIds.ts';
import { readSeal } from '../../../../src/issuing/seal/readSeal.ts';
import { timestampFrom } from '../../../../src/issuing/seal/timestamp.ts';
import { openAuthority, type TestAuthority } from '../../../support/authority/openAuthority.ts';
import { inYear, type LongSpecimen, openLongSpecimen } from './longSpecimen.ts';

const room = 8192;

/** What an archive writes behind a document, as other programs write it. */
interface Added {
  /** Bodies of objects by their numbers; `@` stands for the place of a token, `#` for its range. */
  readonly objects: Readonly<Record<number, string>>;
  readonly trailer?: string;
  readonly size?: number;
  readonly before?: string;
  readonly spoil?: boolean;
}

describe('issuing/seal/longTerm, time-stamps of others', () => {
  let specimen: LongSpecimen;
  let archive: TestAuthority;
  let sealed: Buffer;
  let long: Buffer;
  before(async () => {
    specimen = await openLongSpecimen();
    archive = await openAuthority(inYear(2025), 'Specimen archive');
    const until = inYear(2040);
    archive.timeBy(
      archive.certify({ name: 'Archive', from: inYear(2025), until, purposes: [objectIds.timeStamping] }),
    );
    archive.time.time = inYear(2030);
    sealed = await specimen.sealed();
    long = await specimen.lengthenIn(2026, sealed);
  });
  after(async () => {
    await archive.time.close();
    await specimen.close();
  });

  const last = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].at(-1)?.[1] ?? '';
  /** The newest form of an object. */
  const bodyOf = (document: Buffer, number: number) =>
    last(
      document.toString('latin1'),
      new RegExp(`\\n${number} 0 obj\\r?\\n([^]*?)\\r?\\nendobj\\r?\\n`, 'gu'),
    );
  const partsOf = (document: Buffer) => {
    const text = document.toString('latin1');
    const root = Number(last(text, /\/Root (\d+) 0 R/gu));
    const form = Number(/\/AcroForm (\d+) 0 R/u.exec(bodyOf(document, root))?.[1]);
    const seal = Number(/\/Fields \[(\d+) 0 R/u.exec(bodyOf(document, form))?.[1]);
    const page = Number(/\/P (\d+) 0 R/u.exec(bodyOf(document, seal))?.[1]);
    const size = Number(last(text, /\/Size (\d+)/gu));
    return { root, form, page, size, body: (number: number) => bodyOf(document, number) };
  };
  type Parts = ReturnType<typeof partsOf>;

  async function add(
    document: Buffer,
    { objects, trailer = '', size = 999, before = '', spoil = false }: Added,
  ) {
    const text = document.toString('latin1');
    const repeated = last(text, /trailer\n<<\n\/Size \d+\n([^>]*\/ID \[[^\]]*\]\n)/gu);
    const written = (range: string) => {
      let at = `\r\n${before}`;
      const rows: string[] = [];
      for (const [number, body] of Object.entries(objects)) {
        rows.push(`${number} 1\r\n${String(document.length + at.length).padStart(10, '0')} 00000 n\r\n`);
        at += `${number} 0 obj\r\n${body.replace('@', `<${'0'.repeat(2 * room)}>`).replace('#', range)}\r\nendobj\r\n`;
      }
      const table = document.length + at.length;
      const prev = last(text, /startxref\s+(\d+)/gu);
      return `${at}xref\r\n0 1\r\n0000000000 65535 f\r\n${rows.join('')}trailer\r\n<</Prev ${prev} /Size ${size} ${repeated}${trailer}>>\r\nstartxref\r\n${table}\r\n%%EOF\r\n`;
    };
    const width = 40;
    const draft = written(' '.repeat(width));
    const place = draft.indexOf(`<${'0'.repeat(2 * room)}>`);
    if (place < 0) return Buffer.concat([document, Buffer.from(draft, 'latin1')]);
    const [from, to] = [document.length + place, document.length + place + 2 * room + 2];
    const whole = document.length + draft.length;
    const range = `[0 ${from} ${to} ${whole - to}]`.padEnd(width);
    const bytes = Buffer.concat([document, Buffer.from(written(range), 'latin1')]);
    const digest = hash('sha256', Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]), 'buffer');
    if (spoil) digest.writeUInt8(digest.readUInt8(0) ^ 1);
    const token = Buffer.from(await timestampFrom(archive.time.url)(digest)).toString('hex');
    bytes.write(token, from + 1, 'latin1');
    return bytes;
  }

  const stamp =
    '<</Type/DocTimeStamp /Filter/Adobe.PPKLite /SubFilter/ETSI.RFC3161 /ByteRange #/Contents @ >>';
  const widget = ({ size, page }: Parts, also = '') =>
    `<</FT/Sig /Subtype/Widget /Type/Annot /Rect[0 0 0 0.0] /F 132 /T (Archive ${size}) /P ${page} 0 R /V ${size} 0 R ${also}>>`;
  /** Objects of a time-stamp with a field of its own. */
  const stamped = (parts: Parts): Record<number, string> => ({
    [parts.size]: stamp,
    [parts.size + 1]: widget(parts),
    [parts.form]: parts.body(parts.form).replace(/(\/Fields \[[^\]]*)\]/u, `$1 ${parts.size + 1} 0 R ]`),
    [parts.page]: parts.body(parts.page).replace(/(\/Annots \[[^\]]*)\]/u, `$1\r\n${parts.size + 1} 0 R]`),
  });
  const evidence = (parts: Parts, number = parts.size + 5, body = '<</Type/DSS /Certs [901 0 R]>>') => ({
    [number]: body,
    901: '<</Length 3>>\r\nstream\r\nabc\r\nendstream',
    [parts.root]: parts.body(parts.root).replace(/(?:\n\/DSS \d+ 0 R)?\n>>$/u, `\n/DSS ${number} 0 R>>`),
  });
  const changed = (parts: Parts, number: number, from: string | RegExp, to: string) => ({
    ...stamped(parts),
    [number]: (stamped(parts)[number] ?? parts.body(number)).replace(from, to),
  });

  const judged = async (document: Buffer) => {
    const reading = await readSeal(document, [specimen.seal.certificate], specimen.timeRoots());
    return [reading?.valid, reading?.coversWholeFile, reading?.stampedAgain];
  };

  it('leave a document genuine, with and without evidence, once and again, of a seal alone and of one that we lengthened', async () => {
    for (const document of [sealed, long]) {
      const parts = partsOf(document);
      const issued = hash('sha256', document);
      expect(await judged(document)).deep.equal([true, true, undefined]);
      const once = await add(document, { objects: stamped(parts) });
      expect(await judged(once), 'a time-stamp').deep.equal([true, true, issued]);
      const twice = await add(once, { objects: stamped({ ...partsOf(once), size: 920 }) });
      expect(await judged(twice), 'two').deep.equal([true, true, issued]);
      if (document === long) continue;
      const known = await add(document, { objects: evidence(parts) });
      expect(await judged(known), 'evidence without a time-stamp').deep.equal([true, false, undefined]);
      const both = await add(known, { objects: stamped({ ...partsOf(known), size: 910 }) });
      expect(await judged(both), 'evidence, then a time-stamp').deep.equal([true, true, issued]);
      const together = await add(document, { objects: { ...evidence(parts), ...stamped(parts) } });
      expect(await judged(together), 'both at once').deep.equal([true, true, issued]);
    }
  });

  it('vouch for nothing else that was added, and do not count where they do not hold', async () => {
    const parts = partsOf(sealed);
    const { size, form, page, root } = parts;
    const once = await add(sealed, { objects: stamped(parts) });
    const note = '<</Type/Annot /Subtype/FreeText /Rect[9 9 99 99] /Contents(Specimen)>>';
    const noted = changed(parts, page, / (\d+) 0 R\]|\]/u, ' 930 0 R]');
    const rows: Readonly<Record<string, Added>> = {
      'a digest that is another': { objects: stamped(parts), spoil: true },
      'an annotation beside it': { objects: { ...noted, 930: note } },
      'a field that is seen': {
        objects: { ...stamped(parts), [size + 1]: widget(parts).replace('0 0.0]', '9 9]') },
      },
      'a field with an action': { objects: { ...stamped(parts), [size + 1]: widget(parts, '/AA 940 0 R') } },
      'another content of the page': {
        objects: changed(parts, page, /\/Contents \d+ 0 R/u, '/Contents 930 0 R'),
      },
      'an action of the catalogue': { objects: changed(parts, root, /\n>>$/u, '\n/OpenAction 930 0 R>>') },
      'a form that is drawn anew': { objects: changed(parts, form, />>$/u, '/NeedAppearances true>>') },
      'a key twice': { objects: changed(parts, form, />>$/u, '/Fields []>>') },
      'a field taken out': { objects: changed(parts, form, /\/Fields \[\d+ 0 R/u, '/Fields [') },
      'another trailer': { objects: stamped(parts), trailer: '/Encrypt 930 0 R' },
      'a trailer by which objects of the document are left out': { objects: stamped(parts), size: 5 },
      'a trailer that says no number of objects': { objects: stamped(parts), size: Number.NaN },
      'something between objects': { objects: stamped(parts), before: '7 0 obj\r\n<<>>\r\nendobj\r\n' },
      'a comment': { objects: stamped(parts), before: '% specimen\r\n' },
      'evidence in the place of a page': { objects: { ...stamped(parts), ...evidence(parts, page) } },
      'evidence that is an annotation': {
        objects: { ...evidence(parts, size + 1, widget(parts)), ...stamped(parts) },
      },
      'a time-stamp of another kind': {
        objects: { ...stamped(parts), [size]: stamp.replace('DocTimeStamp', 'Sig') },
      },
    };
    for (const [what, added] of Object.entries(rows))
      expect(await judged(await add(sealed, added)), what).deep.equal([true, false, undefined]);
    const others: Readonly<Record<string, Buffer>> = {
      'a line behind it': Buffer.concat([once, Buffer.from('\n')]),
      'half of it': once.subarray(0, -9),
      'a later change without a time-stamp': await add(once, {
        objects: { [page]: partsOf(once).body(page) },
      }),
      'the same twice': Buffer.concat([once, once.subarray(sealed.length)]),
    };
    for (const [what, document] of Object.entries(others))
      expect(await judged(document), what).deep.equal([true, false, undefined]);
  });
});
