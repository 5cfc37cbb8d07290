import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { hashSync } from '@node-rs/argon2';
import { expect } from 'chai';
import { createCodeHasher } from '../../src/identity/createCodeHasher.ts';
import { refusalOf } from '../support/refusal.ts';

describe('identity/createCodeHasher', () => {
  it('recognises its own codes and no others, and hashes the same code differently each time', async () => {
    const { hash, matches } = createCodeHasher();
    const [a, b] = await Promise.all([hash('123456'), hash('123456')]);
    expect(a).to.match(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(a).to.not.equal(b);
    expect(await matches(a, '123456')).to.equal(true);
    expect(await matches(a, '123457')).to.equal(false);
  });

  it('leaves the event loop free: it turns hundreds of times while digests are made', async () => {
    const heavy = { memoryCost: 65_536, timeCost: 4 };
    const start = performance.now();
    hashSync('123456', heavy);
    const one = performance.now() - start;
    const { hash } = createCodeHasher(heavy);
    const all = Promise.all(Array.from({ length: 6 }, (_, i) => hash(String(i)))).then(() => true);
    const gaps: number[] = [];
    for (let ended = false, last = performance.now(); !ended; last = performance.now()) {
      ended = await Promise.race([all, setImmediate(false)]);
      gaps.push(performance.now() - last);
    }
    expect(gaps.length).to.be.greaterThan(200);
    const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length * 0.9)] ?? 0;
    expect(usual, `one digest takes ${one} ms`).to.be.lessThan(one / 10);
  });

  it('works on two at once, however many wait, and refuses more than it can do soon', async () => {
    const { hash } = createCodeHasher({ memoryCost: 8, timeCost: 1 });
    const outcomes = await Promise.all(Array.from({ length: 300 }, () => refusalOf(hash('123456'))));
    const refused = outcomes.filter((outcome) => outcome === 'tooManyRequests');
    expect(refused).to.have.length(300 - 2 - 200);
    expect(await refusalOf(hash('123456')), 'afterwards there is room').to.equal('taken');
  });
});
