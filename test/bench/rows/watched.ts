import { entryRow } from '../../../src/storage/register/entryRow.ts';
import { freePort } from '../../support/guides/freePort.ts';
import { testDatabase } from '../../support/run/server.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { childServer } from '../childServer.ts';
import { httpSide } from '../httpSide.ts';
import { startLoad } from '../load.ts';
import { productServer } from '../productServer.ts';
import type { Row } from '../row.ts';

const path = `/fr/labels/${specimenEntry.number}`;
/** Fifteen times as often as a Prometheus asks. */
const scrapeMs = 1000;

/** What it costs to be watched where an answer takes least, and what is counted most. */
export const watched: Row = {
  n: 13,
  product:
    'label page, asked for again and again, with the log of operation and metrics that are read every second',
  base: 'the same without log and metrics',
  goal: { atLeast: 0.9 },
  // The program that asks does not keep up with the two.
  cost: 'cpu',
  open: async () => {
    const database = await testDatabase('bench-watched');
    await database.connection.collection<{ _id: string }>('entries').insertOne(entryRow(specimenEntry));
    const program = productServer(database);
    const metricsPort = String(await freePort());
    const started = (also: Readonly<Record<string, string>>) =>
      childServer({ ...program, environment: { ...program.environment, ...also } });
    const product = await started({ LOG_LEVEL: 'info', METRICS_PORT: metricsPort });
    const base = await started({ LOG_LEVEL: 'silent' });
    const load = startLoad();
    const side = httpSide(product, path, load);
    return {
      base: httpSide(base, path, load),
      product: {
        slice: async (ms) => {
          let last = scrape(metricsPort);
          const scrapes = setInterval(() => {
            last = scrape(metricsPort);
          }, scrapeMs);
          const slice = await side.slice(ms).finally(() => clearInterval(scrapes));
          await last;
          return slice;
        },
      },
      close: async () => {
        load.stop();
        await Promise.all([base.stop(), product.stop()]);
        await database.drop();
      },
    };
  },
};

async function scrape(port: string): Promise<void> {
  // A connection of its own: one that is kept is cut with the server at the end.
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { headers: { connection: 'close' } });
  await answer.arrayBuffer();
}
