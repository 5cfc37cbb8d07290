import { listUnread } from '../../../src/commands/desk/casework/unread.ts';
import { readWaiting } from '../../../src/commands/desk/day/readWaiting.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { indexDesk } from '../../../src/storage/desk/indexDesk.ts';
import { workDay as viewOf } from '../../../src/web/desk/day.view.ts';
import { dayPage } from '../../../templates/pages/desk/day.ts';
import { testService } from '../../support/run/service.ts';
import { manyFiles } from '../../support/samples/manyFiles.ts';
import { pageFrame } from '../../support/samples/pageFrame.ts';
import { concurrent } from '../inProcess.ts';
import type { Row } from '../row.ts';

const few = 10;
const many = 5000;

/** Whether an officer's day begins as fast when the desk is full: the page, and the number in the head of every other one. */
export const workDay: Row = {
  n: 24,
  product: `first page of an officer’s day, read and written, with ${many.toLocaleString('en')} files`,
  base: `with ${few}`,
  goal: { atMost: 1.5 },
  cost: 'time',
  heldBack:
    'with ten files there are fewer lines to read and write; with 5,000, 25 of each kind are read, twelve of each group are written, and the rest is counted. Where the time goes was not profiled: to read 15 of each kind instead of 25 gained nothing (1.91).',
  open: async () => {
    const [base, product] = [await opened('bench-day-few', few), await opened('bench-day-many', many)];
    return {
      base: base.side,
      product: product.side,
      close: async () => {
        await Promise.all([base.stop(), product.stop()]);
      },
    };
  },
};

async function opened(label: string, files: number) {
  const service = await testService(label);
  await manyFiles(service.connection, files);
  // Databases of a process are used again, with what they noted of themselves.
  await service.connection.collection('migrations').deleteMany({ _id: /^rows of the desk/ as never });
  await indexDesk(service.connection);
  const officer = await service.person('officer', 'officer');
  const words = createI18n().fr;
  const side = concurrent(1, async () => {
    const { day, inOrganisations, count } = await readWaiting(service.deps, officer);
    const unread = await listUnread(service.deps, officer);
    if (day === null) throw new Error('an officer has a day');
    const frame = { ...pageFrame(words), asker: officer, waiting: count };
    dayPage(frame, viewOf({ day, inOrganisations, unread }, { person: officer, words })).toString();
  });
  return { side, stop: () => service.stop() };
}
