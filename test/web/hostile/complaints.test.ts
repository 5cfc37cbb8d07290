import { expect } from 'chai';
import { complaints } from './support/complaints.ts';
import { readAnswer } from './support/exchange.ts';
import { ask } from './support/row.ts';

const row = ask('an address that is not there', '/nothing', 404);
const secure = [
  "Content-Security-Policy: default-src 'none';frame-ancestors 'none'",
  'X-Content-Type-Options: nosniff',
  'Referrer-Policy: same-origin',
  'Permissions-Policy: camera=()',
  'Cross-Origin-Opener-Policy: same-origin',
  'X-Request-Id: T1',
];

/** An answer as it comes over the wire; `also` are lines of its head, `without` takes one away. */
function answer(body: string, { status = 404, also = [] as string[], without = '-' } = {}): string {
  const lines = secure.filter((line) => !line.startsWith(without));
  const type = `Content-Type: ${body.startsWith('{') ? 'application/problem+json' : 'text/html'}`;
  const head = [
    `HTTP/1.1 ${status} x`,
    ...lines,
    ...also,
    type,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
const page = (content = '') => `<!doctype html><html lang="fr"><h1>x</h1>${content}`;
const problem = (status: number) =>
  `{"type":"urn:made-in-ess:error:notFound","title":"x","status":${status}}`;

/** What is wrong with each answer, in a word of the complaint. */
const wrong: readonly (readonly [string, string])[] = [
  [answer(page(), { status: 200 }), 'answers 200'],
  [answer(page(), { status: 500 }), 'answers 500'],
  ['', 'answers 0'],
  [answer(page()) + answer(page()), 'answers 2 times'],
  [answer('<!doctype html>'), 'no page of ours'],
  [answer('Not Found'), 'no page of ours'],
  [answer(''), 'no page of ours'],
  [answer(problem(500)), 'no page of ours'],
  [answer(page(), { without: 'X-Request-Id' }), 'no answer of ours'],
  [answer(page(), { without: 'Content-Security' }), 'lacks content-security-policy'],
  [
    answer(page(), { without: 'Content-Security', also: ["Content-Security-Policy: default-src 'none'"] }),
    'lacks content-security',
  ],
  [answer(page(), { also: ['Referrer-Policy: same-origin'] }), 'lacks referrer-policy'],
  [
    answer(page(), { without: 'Permissions', also: ['Permissions-Policy: camera=(self)'] }),
    'lets the camera be used',
  ],
  [answer(page(), { also: ['X-Injected: 1'] }), 'takes a header'],
  [answer(page(), { also: ['X-Powered-By: Koa'] }), 'says what it is'],
  [answer(page(), { also: ['Location: //elsewhere.example'] }), 'leads to'],
  [answer(page('\n    at f (/srv/app/x.js:1:2)')), 'shows a line of a stack'],
  [answer(page('/srv/app/node_modules/koa')), 'shows a path'],
  [answer(page('MongoServerError')), 'shows an error'],
  [answer(page('<script>alert(1)</script>')), 'shows what was sent'],
  [answer(page('root:x:0:0:root')), 'shows what a file'],
];

describe('leaks in the answer to a hostile request', () => {
  for (const [bytes, word] of wrong) {
    it(`are detected: ${word}`, () => {
      expect(complaints(row, readAnswer(Buffer.from(bytes))).join('\n')).to.include(word);
    });
  }

  it('are not reported in a page and a problem of the service', () => {
    for (const body of [page(), problem(404)]) {
      expect(complaints(row, readAnswer(Buffer.from(answer(body))))).to.deep.equal([]);
    }
  });
});
