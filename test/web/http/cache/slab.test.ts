import { expect } from 'chai';
import fc from 'fast-check';
import { type Place, Slab } from '../../../../src/web/http/cache/slab.ts';

interface Put {
  readonly place: Place;
  readonly bytes: Buffer;
  gone: number;
}

describe('the byte slab', () => {
  it('returns bytes until it reports them evicted, once', () => {
    const step = fc.record({
      length: fc.integer({ min: 0, max: 64 }),
      fill: fc.integer({ min: 0, max: 255 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const slab = new Slab(1024);
        const cached: Put[] = [];
        for (const { length, fill } of steps) {
          const bytes = Buffer.alloc(length, fill);
          const place = slab.put(bytes, () => {
            const put = cached.find((one) => one.place === place);
            if (put) put.gone += 1;
          });
          if (place) cached.push({ place, bytes, gone: 0 });
          for (const one of cached) {
            expect(one.gone).to.be.at.most(1);
            if (one.gone === 0) expect(slab.read(one.place).equals(one.bytes)).to.equal(true);
          }
        }
      }),
    );
  });

  it('stores each byte as a character', () => {
    const slab = new Slab(1 << 16);
    const all = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
    const place = slab.put(all, () => {});
    expect(place && Buffer.from(slab.readLatin1(place), 'latin1').equals(all)).to.equal(true);
  });

  it('refuses what would evict most of the rest', () => {
    const slab = new Slab(1600);
    expect(slab.put(Buffer.alloc(101), () => {})).to.equal(null);
    expect(slab.put(Buffer.alloc(100), () => {})).to.not.equal(null);
  });

  it('evicts the oldest first', () => {
    const slab = new Slab(1600);
    const gone: number[] = [];
    for (let i = 0; i < 20; i++) slab.put(Buffer.alloc(100), () => gone.push(i));
    expect(gone).to.deep.equal([0, 1, 2, 3]);
  });
});
