import { ask, type Row } from '../support/row.ts';

const changes = '/api/v1/changes';
const json = { headers: ['Accept: application/json'] } as const;

/** Cursors that nobody was given, files of the register that are not there, parts of a sitemap that no index names. */
export const openData: readonly Row[] = [
  ...[
    'x',
    '-1',
    '0',
    '1e9',
    '%7B%22%24gt%22%3A0%7D',
    'MQ%3D%3D',
    '__proto__',
    'OTk5OTk5OTk5OVo',
    '%E2%80%AE',
  ].map((cursor) => ask(`the cursor ${cursor}`, `${changes}?since=${cursor}`, 400)),
  ask('two cursors', `${changes}?since=MEM&since=MEM`, 400),
  ask('a cursor of 10,000 characters', `${changes}?since=${'A'.repeat(10_000)}`, 400),
  ask('an operator in place of a cursor', `${changes}?since[$gt]=`, 200, {
    because: 'it is a field that is not ours',
  }),
  ask('changes that are sent', `POST ${changes}`, 405, json),
  ask('the register as another file', '/api/v1/register.xlsx', 404),
  ask('the register by a way out', '/api/v1/register.csv/..%2f..%2fetc', 404),
  ask('the register that is taken away', 'DELETE /api/v1/register.csv', 405, json),
  ...['labels-0.xml', 'labels-99999.xml', 'labels-1.xml.gz', 'labels-%00', '..%2frobots.txt'].map((part) =>
    ask(`the part ${part} of a sitemap`, `/sitemaps/${part}`, part.includes('%00') ? 400 : 404),
  ),
  ask('a feed in no language', '/xx/register/changes.atom', 404),
];
