import { expect } from 'chai';
import type { WebContext } from '../../../src/web/http/state.ts';
import { withinTime } from '../../../src/web/http/withinTime.ts';
import { refusalOf } from '../../support/refusal.ts';

const read = ['GET', '/fr/register'];
const never = () => false;

describe('web/middleware/withinTime', () => {
  /** Asks for a page that is made once so many looks were taken, of which `heard` says what each finds. */
  const ask = async (heard: (look: number) => boolean, looksUntilMade: number, [method, path] = read) => {
    let looks = 0;
    let made = () => {};
    const page = new Promise<void>((resolve) => {
      made = resolve;
    });
    // Where nobody looks, it is made in the end.
    const end = setTimeout(made, 60_000);
    const isHeard = () => {
      looks += 1;
      if (looks === looksUntilMade) made();
      return heard(looks);
    };
    const middleware = withinTime({ caches: { isHeard } as never }, 1);
    const refusal = await refusalOf(Promise.resolve(middleware({ method, path } as WebContext, () => page)));
    clearTimeout(end);
    return { refusal, looks };
  };

  it('gives up a page after five missed heartbeats of the register', async () => {
    expect(await ask(() => false, 1000)).to.deep.equal({ refusal: 'databaseUnavailable', looks: 5 });
  });

  it('waits as long as there is a heartbeat now and then', async () => {
    expect(await ask((look) => look % 5 === 0, 100)).to.deep.equal({ refusal: 'taken', looks: 100 });
  });

  it('waits when the process itself was stalled, and could hear nothing', async () => {
    const heldUp = (look: number) => {
      if (look > 1) return true;
      // Far longer than five looks: the timer makes one of it.
      const end = performance.now() + 100;
      while (performance.now() < end);
      return false;
    };
    expect((await ask(heldUp, 3)).refusal).to.equal('taken');
  });

  it('gives up a look-up as it does a page, by any method', async () => {
    for (const sent of [
      ['HEAD', '/fr/register'],
      ['POST', '/api/v1/lookup'],
      ['POST', '/de/verify'],
    ])
      expect((await ask(never, 1000, sent)).refusal, sent.join(' ')).to.equal('databaseUnavailable');
  });

  it('waits for writes, which may have happened', async () => {
    for (const [method, path] of [
      ['POST', '/fr/report'],
      ['POST', '/fr/applications/1/submit'],
      ['DELETE', '/api/v1/lookup/1'],
    ]) {
      const middleware = withinTime({ caches: { isHeard: never } as never }, 1);
      // Longer than five looks take.
      const written = () => new Promise<void>((resolve) => setTimeout(resolve, 50));
      const sent = Promise.resolve(middleware({ method, path } as WebContext, written));
      expect(await refusalOf(sent), path).to.equal('taken');
    }
  });
});
