import { ask, json, type Row, send } from '../support/row.ts';

const box = '/fr/verify';
const list = '/fr/verify/several';
const data = '/api/v1/lookup';
const number = 'MIE-26-00042-D';
const two = (text: string) => `{"numbers":["${number}"],${text}}`;

/** A form of no session: with a token it would be refused for that alone. */
const form = (name: string, path: string, fields: string, status: number): Row =>
  send(name, path, 'application/x-www-form-urlencoded', [fields], status);

/** Days that are none, for the one box. */
const days: readonly (readonly [string, string])[] = [
  ['of the year 999', '0999-12-31'],
  ['of the year zero', '0000-01-01'],
  ['after 9999', '10000-01-01'],
  ['in the last year there is', '9999-12-31'],
  ['that no month has', '2026-02-30'],
  ['with an operator', '%7B%22%24gt%22%3A%22%22%7D'],
  ['written from the right', '%E2%80%AE2026-10-01'],
  ['of ten thousand digits', '9'.repeat(10_000)],
];

/** Numbers in every form but theirs: on pages, in lists, as data. Signs and pictures alone lead to a search that finds nothing. */
export const lookingUp: readonly Row[] = [
  ...days.map(([what, day]) => ask(`a day ${what} to look up`, `${box}?q=${number}&on=${day}`, 422)),
  ask('a word of ten thousand signs to look up', `${box}?q=${'a'.repeat(10_000)}`, 422),
  ask('a number with a picture in it', `${box}?q=MIE-26-%F0%9F%A5%96-D`, 302, {
    because: 'it is looked for as words',
  }),
  ask('an operator in place of a number', `${box}?q[$where]=sleep(9)`, 200, {
    because: 'the box stays empty',
  }),
  ask('two numbers in one box', `${box}?q=${number}&q=${number}`, 422),
  ask('a number that hides a NUL', `${box}?q=MIE%00`, 400),
  ask('a site with a name and a password', `${box}?q=https%3A%2F%2Fa%3Ab%40specimen.example`, 302, {
    because: 'it is looked for as words',
  }),
  ask('a site of ten thousand parts', `${box}?q=${'a.'.repeat(5000)}example`, 422),
  ask('a site with a tag in it', `${box}?q=%3Cb%3E.specimen.example`, 302, {
    because: 'it is looked for as words',
  }),
  form('more numbers than a list may have', list, `numbers=${`${number}%0A`.repeat(1001)}`, 422),
  form('a list of sixty thousand signs in one line', list, `numbers=${'9'.repeat(60_001)}`, 422),
  form('no list at all', list, 'on=', 422),
  form('a list that is an operator', list, 'numbers[$where]=1', 422),
  form('a list twice', list, `numbers=${number}&numbers=${number}`, 422),
  form('a list with a prototype', list, `numbers=${number}&__proto__=x`, 422),
  form('a list on a day to come', list, `numbers=${number}&on=9999-12-31`, 422),
  form('a saved list on a day that no month has', `${list}.csv`, `numbers=${number}&on=2026-02-30`, 422),
  form('a list of half a megabyte', list, `numbers=${'x'.repeat(500_000)}`, 413),
  json('a list that is JSON', list, two('"on":""'), 400),
  send('a list of another kind', list, 'text/plain', [number], 400),
  form('data to look up as a form', data, `numbers=${number}`, 400),
  json('numbers that are operators', data, '{"numbers":[{"$gt":""}]}', 422),
  json('a query in place of numbers', data, '{"numbers":{"$where":"sleep(9)"}}', 422),
  json('a prototype beside numbers', data, two('"__proto__":{"on":"x"}'), 400),
  json('an unknown field beside numbers', data, two('"$where":"1"'), 422),
  json('numbers on a day that is an object', data, two('"on":{"$ne":""}'), 422),
  json('numbers on a day of the year ten thousand', data, two('"on":"10000-01-01"'), 422),
  json('a thousand and one numbers', data, JSON.stringify({ numbers: Array(1001).fill(number) }), 422),
  json(
    'two hundred sites of a hundred parts each',
    data,
    JSON.stringify({ numbers: Array.from({ length: 200 }, (_, i) => `${'a.'.repeat(90)}b${i}.example`) }),
    200,
    { because: 'they are sites that no label names' },
  ),
  json('a number of ten thousand signs', data, JSON.stringify({ numbers: ['9'.repeat(10_000)] }), 422),
  json('a list in a list of numbers', data, `{"numbers":[["${number}"]]}`, 422),
  json('numbers that are no JSON', data, '{"numbers":', 400),
  json('a text in place of data', data, `"${number}"`, [400, 422]),
];
