import type { Piece } from '../support/message.ts';
import { once } from '../support/once.ts';
import { ask, form, json, type Row, send } from '../support/row.ts';

const path = '/fr/report';
const fields = {
  ...{ kind: 'misuse', place: 'shop', text: 'Une vitrine.' },
  ...{ number: '', link: '', email: '', topic: '' },
};

/** A report in parts, with no token, as the form sends it. */
function report(
  name: string,
  also: Readonly<Record<string, Piece>>,
  status: Row['status'],
  file?: readonly [head: string, content: Piece],
): Row {
  const parts = Object.entries({ ...fields, ...also }).flatMap(([field, value]) => [
    `--part\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n`,
    value,
    '\r\n',
  ]);
  const brought = file ? [`--part\r\n${file[0]}\r\n\r\n`, file[1], '\r\n'] : [];
  return send(
    name,
    path,
    'multipart/form-data; boundary=part',
    [...parts, ...brought, '--part--\r\n'],
    status,
  );
}

const fileHead = (name: string, type: string): string =>
  `Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}`;

/** Reports that are none, bring what is no photo, or come from a program that fills in everything. */
export const reporting: readonly Row[] = [
  report('a report of a program that fills in everything', { topic: 'https://shop.example' }, 422),
  report('a report of no kind', { kind: '' }, 422),
  report('a report of the kind of a prototype', { kind: 'constructor' }, 422),
  report('a report of nowhere', { place: '' }, 422),
  report('a report from a place of a prototype', { place: '__proto__' }, 422),
  report('a report without a word', { text: ' \r\n ' }, 422),
  report('a report with a mark that none of our forms has', { once: '../C-26-00001-N' }, 422),
  report('a report with an empty mark', { once: '' }, 422),
  report('a report of a hundred kilobytes', { text: 'x'.repeat(100_000) }, 413),
  report('a report with a script as its link', { link: 'javascript:alert(1)' }, 422),
  report('a report with a field that every object has', { constructor: 'x' }, 422),
  report('a report written from the right', { text: 'a\u202eb' }, 422),
  report('a report with a NUL', { text: 'a\0b' }, 422),
  report('a report with a field of its own', { state: 'answered' }, 422),
  report('a report with an operator as a field', { $where: 'sleep(9)' }, 422),
  report('a report with a prototype as a field', { 'constructor[prototype][email]': 'x' }, 422),
  report('a report that wants an answer nowhere', { email: 'a@b' }, 422),
  report('a report that wants answers in a header', { email: 'a@b.example\r\nBcc: c@d.example' }, 422),
  report('a report with a program as its photo', {}, 422, [fileHead('a.jpg', 'image/jpeg'), 'MZ\x90\0']),
  report('a report with a page as its photo', {}, 422, [
    fileHead('a.svg', 'image/svg+xml'),
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
  ]),
  report('a report with a text as its photo', {}, 422, [fileHead('a.txt', 'text/plain'), 'text']),
  report('a report with a photo of 21 MB', {}, 422, [
    fileHead('a.jpg', 'image/jpeg'),
    once(() => Buffer.alloc(21 * 1024 * 1024)),
  ]),
  report('a report with a photo in another field', {}, 422, [
    'Content-Disposition: form-data; name="photo"; filename="a.jpg"\r\nContent-Type: image/jpeg',
    'x',
  ]),
  form('a report that is no form of parts', path, 'place=shop&text=a', 400),
  json('a report that is JSON', path, '{"text":{"$gt":""}}', 400),
  send('a report without a boundary', path, 'multipart/form-data', ['x'], 400),
  ask('the number of a report that is none', `${path}/C-26-00001-0`, 404),
  ask('the number of a report with a tag in it', `${path}/%3Cscript%3Ealert(1)%3C%2Fscript%3E`, 404),
  form('a secret that is none', `${path}/C-26-00001-N`, 'secret=%00', 400),
  form('a secret that is a list', `${path}/C-26-00001-N`, 'secret=a&secret=b', 422),
  form('a secret that is an operator', `${path}/C-26-00001-N`, 'secret[$ne]=a', 422),
  form('a secret of a hundred kilobytes', `${path}/C-26-00001-N`, `secret=${'A'.repeat(100_000)}`, 422),
  form('the right number with another secret', `${path}/C-26-00001-N`, 'secret=7K0M-1XHD-9PTA-VB3C', 422),
  form('an answer contested without a secret', `${path}/C-26-00001-N/contest`, 'grounds=x', 422),
  json('a secret that is JSON', `${path}/C-26-00001-N`, '{"secret":{"$gt":""}}', 400),
  ask('the reports of others', '/fr/complaints', 302, { because: 'it leads to the sign-in' }),
  ask('the reports of others, as an applicant', '/fr/complaints', 403, { as: 'applicant' }),
  ask('a photo of a report, as a reviewer', '/fr/complaints/C-26-00001-N/photo', 403, { as: 'reviewer' }),
  ask('a report, as an applicant', '/fr/complaints/C-26-00001-N', 403, { as: 'applicant' }),
  ask('a photo of a report that is none', '/fr/complaints/..%2f..%2fetc%2fpasswd/photo', 404, {
    as: 'officer',
  }),
];
