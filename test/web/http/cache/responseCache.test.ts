import { expect } from 'chai';
import { createFreshness } from '../../../../src/web/http/cache/freshness.ts';
import { type PublicAnswer, ResponseCache } from '../../../../src/web/http/cache/responseCache.ts';
import { type FakeWatch, fakeWatch } from '../../../support/run/fakeWatch.ts';

const noon = Date.parse('2026-11-26T11:00:00.000Z');

describe('the response cache', () => {
  let now: number;
  let watch: FakeWatch;
  let answers: ResponseCache;

  beforeEach(() => {
    now = noon;
    watch = fakeWatch(noon);
    answers = new ResponseCache(1 << 20, watch, createFreshness({ now: () => new Date(now) }, watch));
  });

  const answer = (text: string, also: Partial<PublicAnswer> = {}): PublicAnswer => ({
    headers: ['content-type', 'text/html'],
    etag: '"1"',
    body: Buffer.from(text),
    vary: [],
    about: ['A'],
    isText: true,
    route: 'page',
    ...also,
  });
  const keep = (address: string, one: PublicAnswer) => answers.keep(address, one, answers.begin());
  const found = (address: string, headers = {}) => {
    const cached = answers.find(address, headers);
    return cached && answers.slab.read(cached.plain).toString();
  };

  it('finds an answer under its address only', () => {
    keep('/a', answer('one'));
    expect(found('/a')).to.equal('one');
    expect(found('/b')).to.equal(null);
  });

  it('drops an answer with a change of its label, and with no other', () => {
    keep('/a', answer('of A and B', { about: ['A', 'B'] }));
    keep('/c', answer('of C', { about: ['C'] }));
    watch.change('B');
    expect(found('/a')).to.equal(null);
    expect(found('/c')).to.equal('of C');
  });

  it('drops an answer about the register with any change', () => {
    keep('/home', answer('home', { about: null }));
    watch.change('Z');
    expect(found('/home')).to.equal(null);
  });

  it('drops everything when anything may have changed', () => {
    keep('/a', answer('one'));
    watch.change(null);
    expect(found('/a')).to.equal(null);
  });

  it('does not keep an answer when the register changed while it was made', () => {
    const begun = answers.begin();
    watch.change('Z');
    answers.keep('/a', answer('one'), begun);
    expect(found('/a')).to.equal(null);
  });

  it('neither finds nor keeps answers without news of the register for five seconds', () => {
    keep('/a', answer('one'));
    now = noon + 4999;
    expect(found('/a')).to.equal('one');
    now = noon + 5000;
    expect(found('/a')).to.equal(null);
    expect(answers.begin()).to.equal(null);
    watch.at = now;
    expect(found('/a')).to.equal('one');
  });

  it('does not find yesterday’s answer, in Geneva, when a period may have ended', () => {
    now = watch.at = Date.parse('2026-11-26T22:59:59.999Z');
    keep('/a', answer('one'));
    expect(found('/a')).to.equal('one');
    now = watch.at = now + 1;
    expect(found('/a')).to.equal(null);
  });

  it('dates an answer by the start of its computation, also across midnight', () => {
    now = watch.at = Date.parse('2026-11-26T22:59:59.999Z');
    const begun = answers.begin();
    now = watch.at = now + 1;
    answers.keep('/a', answer('one'), begun);
    expect(found('/a')).to.equal(null);
  });

  it('keeps variants by the headers that an answer depends on', () => {
    const vary = (value: string | undefined) => ({ vary: [['accept', value]] as const });
    keep('/a', answer('html', vary('text/html')));
    keep('/a', answer('json', vary('application/json')));
    keep('/a', answer('any', vary(undefined)));
    expect(found('/a', { accept: 'application/json' })).to.equal('json');
    expect(found('/a', { accept: 'text/html' })).to.equal('html');
    expect(found('/a')).to.equal('any');
    expect(found('/a', { accept: 'image/png' })).to.equal(null);
  });

  it('limits the variants of an address, and the length of a header', () => {
    const form = (i: number) => keep('/a', answer(String(i), { vary: [['accept', String(i)]] }));
    const cached = (i: number) => answers.find('/a', { accept: String(i) });
    form(0);
    const asked = cached(0);
    if (asked) asked.sent = 1;
    for (let i = 1; i < 20; i++) form(i);
    expect(cached(0), 'what somebody asked for again').to.not.equal(null);
    expect(Array.from({ length: 20 }, (_, i) => cached(i)).filter(Boolean)).to.have.length(8);
    const long = 'x'.repeat(201);
    keep('/b', answer('b', { vary: [['accept', long]] }));
    expect(found('/b', { accept: long })).to.equal(null);
  });

  it('replaces an answer by a newer one of the same variant', () => {
    keep('/a', answer('one'));
    keep('/a', answer('two'));
    expect(found('/a')).to.equal('two');
    watch.change('A');
    expect(found('/a')).to.equal(null);
  });

  it('forgets evicted answers', () => {
    for (let i = 0; i < 40; i++) keep(`/${i}`, answer(String(i), { body: Buffer.alloc(60_000, i) }));
    expect(found('/0')).to.equal(null);
    expect(answers.find('/39', {})).to.not.equal(null);
  });
});
