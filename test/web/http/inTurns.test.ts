import { expect } from 'chai';
import { inTurns } from '../../../src/web/http/inTurns.ts';

describe('long answers in turns', () => {
  it('are made one piece at a time, each whole and in its order', async () => {
    let making = 0;
    let most = 0;
    const pieces = async function* (name: string) {
      for (let n = 1; n <= 3; n += 1) {
        making += 1;
        most = Math.max(most, making);
        await new Promise(setImmediate);
        making -= 1;
        yield `${name}${n}`;
      }
    };
    const inTurn = inTurns<string>();
    const wholeOf = async (texts: AsyncIterable<string>) => {
      const all: string[] = [];
      for await (const text of texts) all.push(text);
      return all;
    };
    const all = await Promise.all(['a', 'b', 'c'].map((name) => wholeOf(inTurn(pieces(name)))));
    expect(all.map(String)).to.deep.equal(['a1,a2,a3', 'b1,b2,b3', 'c1,c2,c3']);
    expect(most).to.equal(1);
  });

  it('are held up neither by a reader that stops, nor by a piece that fails', async () => {
    const inTurn = inTurns<number>();
    let closed = false;
    const endless = async function* () {
      try {
        for (let n = 0; ; n += 1) yield n;
      } finally {
        closed = true;
      }
    };
    const slow = inTurn(endless());
    expect((await slow.next()).value).to.equal(0);
    const failing = inTurn(
      // biome-ignore lint/correctness/useYield: what fails before its first piece
      (async function* () {
        throw new Error('no answer');
      })(),
    );
    expect(await failing.next().catch((error: Error) => error.message)).to.equal('no answer');
    const other = inTurn(endless());
    expect((await other.next()).value).to.equal(0);
    await slow.return(undefined);
    expect(closed).to.equal(true);
  });
});
