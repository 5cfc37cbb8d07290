import { expect } from 'chai';
import nunjucks from 'nunjucks';
import { keptMacros } from '../../../src/web/templates/keptMacros.ts';

const { SafeString } = nunjucks.runtime;

describe('what macros wrote', () => {
  let calls: number;
  const field = (given: object) => {
    calls += 1;
    return new SafeString(`<input ${JSON.stringify(given)}>`);
  };

  beforeEach(() => {
    calls = 0;
  });

  it('is found again where the same is given, and nowhere else', () => {
    const kept = keptMacros();
    const first = kept(field, { name: 'on', hint: undefined });
    expect(kept(field, { name: 'on' })).to.equal(first);
    expect(calls).to.equal(1);
    expect(String(kept(field, { name: 'off' }))).to.equal('<input {"name":"off"}>');
    const other = kept(() => new SafeString('another macro'), { name: 'on' });
    expect(String(other)).to.equal('another macro');
  });

  it('is not remembered of what someone typed at length', () => {
    const kept = keptMacros();
    const long = { value: 'a'.repeat(500) };
    kept(field, long);
    kept(field, long);
    expect(calls).to.equal(2);
  });

  it('takes no more room than some hundred fields', () => {
    const kept = keptMacros();
    for (let i = 0; i <= 500; i++) kept(field, { i });
    kept(field, { i: 500 });
    expect(calls).to.equal(501);
    kept(field, { i: 0 });
    expect(calls).to.equal(502);
  });
});
