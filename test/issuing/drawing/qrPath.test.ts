import { expect } from 'chai';
import { encodeQR } from 'qr';
import { qrPath } from '../../../src/issuing/drawing/qrPath.ts';

describe('issuing/qrPath', () => {
  it('covers exactly the dark modules of the code, at error correction M', () => {
    const text = 'https://label.example/labels/MIE-26-00042-D';
    const { size, bars, path } = qrPath(text);
    const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
    for (const [, x, y, n] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/gu)) {
      drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(n));
    }
    const barred = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
    for (const [x, y, length] of bars) barred[y]?.fill(true, x, x + length);
    const expected = encodeQR(text, 'raw', { ecc: 'medium', border: 1 });
    expect(barred).deep.equal(drawn);
    expect(drawn).deep.equal(expected.slice(1, -1).map((row) => row.slice(1, -1)));
  });
});
