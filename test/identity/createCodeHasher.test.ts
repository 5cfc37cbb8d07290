import { expect } from 'chai';
import { createCodeHasher } from '../../src/identity/createCodeHasher.ts';
import { refusalOf } from '../support/refusal.ts';
import { turnsUntil } from '../support/run/turnsUntil.ts';

describe('identity/createCodeHasher', () => {
  it('recognises its own codes and no others, and hashes the same code differently each time', async () => {
    const { hash, matches } = createCodeHasher();
    const [a, b] = await Promise.all([hash('123456'), hash('123456')]);
    expect(a).to.match(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(a).to.not.equal(b);
    expect(await matches(a, '123456')).to.equal(true);
    expect(await matches(a, '123457')).to.equal(false);
  });

  it('does not block the event loop while hashing', async () => {
    const { hash } = createCodeHasher({ memoryCost: 65_536, timeCost: 4 });
    // The library is there: while it is loaded the loop turns in any case.
    await hash('0');
    const all = Promise.all(Array.from({ length: 6 }, (_, i) => hash(String(i))));
    expect(await turnsUntil(all)).to.be.greaterThan(500);
  });

  it('runs two at once, and refuses more than it can soon do', async () => {
    const { hash } = createCodeHasher({ memoryCost: 8, timeCost: 1 });
    const outcomes = await Promise.all(Array.from({ length: 300 }, () => refusalOf(hash('123456'))));
    const refused = outcomes.filter((outcome) => outcome === 'tooManyRequests');
    expect(refused).to.have.length(300 - 2 - 200);
    expect(await refusalOf(hash('123456')), 'afterwards there is room').to.equal('taken');
  });
});
