import { deflateSync } from 'node:zlib';

/** A PDF of these objects, numbered from 1 in their order; the first is the catalog. What stands in `tail` comes last. */
export function pdfFile(
  objects: readonly (string | Buffer)[],
  trailer = '',
  tail: string | Buffer = '',
): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  for (const [i, object] of objects.entries()) {
    offsets.push(Buffer.concat(parts).length);
    parts.push(
      Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]),
    );
  }
  const start = Buffer.concat(parts).length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`,
    ),
    Buffer.from(tail),
  );
  return Buffer.concat(parts);
}

/** A PDF of one empty page, its catalog with these entries, and more objects from number 4 on. */
export function onePage(
  catalog = '',
  more: readonly (string | Buffer)[] = [],
  trailer = '',
  tail: string | Buffer = '',
): Buffer {
  return pdfFile(
    [
      `<</Type/Catalog/Pages 2 0 R ${catalog}>>`,
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>',
      ...more,
    ],
    trailer,
    tail,
  );
}

/** A stream with a dictionary; the length is said. */
export function stream(dict: string, data: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<<${dict}/Length ${data.length}>>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
}

/** Objects packed into an object stream, numbered from 20 on. */
export function objectStream(objects: readonly string[], also = ''): Buffer {
  let at = 0;
  const head = objects.map((object, i) => {
    const place = `${20 + i} ${at}`;
    at += object.length + 1;
    return place;
  });
  const first = `${head.join(' ')} `;
  const data = deflateSync(`${first}${objects.join(' ')}`);
  return stream(`/Type/ObjStm/N ${objects.length}/First ${first.length}/Filter/FlateDecode${also}`, data);
}
