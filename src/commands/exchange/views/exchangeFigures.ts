import type { ExchangeCounts } from '../../ports/exchangePorts.ts';
import type { Deps } from '../../ports/ports.ts';

/** Fewer than so many are not told apart: nobody is found in a figure. */
const fewest = 5;

/** What came of the exchanges, in figures without names; null for one that is too small to be told. */
export async function exchangeFigures({ store }: Pick<Deps, 'store'>) {
  const counts = await store.countExchanges();
  const told = (n: number) => (n < fewest ? null : n);
  const { needs, found, conversations, deals, valued, value }: ExchangeCounts = counts;
  return {
    needs: told(needs),
    found: told(found),
    conversations: told(conversations),
    deals: told(deals),
    /** Of the deals whose value was said. */
    value: valued < fewest ? null : value,
  };
}
