import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { ticketOf } from '../../src/scoring/lot.ts';

describe('scoring/lot', () => {
  it('can be recomputed by anyone from the seed and the number of the file', () => {
    const digest = createHash('sha256').update('seed:A-2026-000001').digest();
    const bits = (digest.readBigUInt64BE(0) >> 12n) & ((1n << 52n) - 1n);
    expect(ticketOf('seed', 'A-2026-000001')).to.equal(Number(bits) / 2 ** 52);
  });

  it('is uniform from 0 to 1: about one file in ten is drawn', () => {
    const tickets = Array.from({ length: 5000 }, (_, i) => ticketOf(`seed ${i}`, 'A-2026-000001'));
    expect(tickets.every((ticket) => ticket >= 0 && ticket < 1)).to.equal(true);
    const drawn = tickets.filter((ticket) => ticket < 0.1).length;
    expect(drawn / tickets.length).to.be.within(0.085, 0.115);
  });

  it('differs for another file with the same seed', () => {
    expect(ticketOf('seed', 'A-2026-000001')).not.to.equal(ticketOf('seed', 'A-2026-000002'));
  });
});
