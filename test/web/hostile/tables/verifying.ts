import { once } from '../support/once.ts';
import { ask, form, json, parts, type Row, send } from '../support/row.ts';

const path = '/fr/verify';
const file = (name: string): string =>
  `Content-Disposition: form-data; name="${name}"; filename="a.pdf"\r\nContent-Type: application/pdf`;
const as = { as: 'visitor' } as const;

/** What is brought to be checked without being a file, or as too many; files themselves get an answer, whatever they hold. */
export const verifying: readonly Row[] = [
  form('a form without a file to be checked', path, 'file=MIE', 400, as),
  json('JSON in place of a file to be checked', path, '{"file":{"$gt":""}}', 400, as),
  send('a file to be checked that is no form', path, 'application/pdf', ['%PDF-1.7'], 400, as),
  send('parts to be checked without a boundary', path, 'multipart/form-data', ['x'], 400, as),
  send(
    'parts to be checked that never end',
    path,
    'multipart/form-data; boundary=part',
    [`--part\r\n${file('file')}\r\n\r\n%PDF`],
    400,
    as,
  ),
  parts('no file to be checked', path, [], 422, as),
  parts(
    'two files to be checked',
    path,
    [
      [file('file'), '%PDF-1.7'],
      [file('file'), '%PDF-1.7'],
    ],
    422,
    as,
  ),
  parts('a file to be checked in another field', path, [[file('__proto__'), '%PDF-1.7']], 422, as),
  parts(
    'a file to be checked of 21 MB',
    path,
    [[file('file'), once(() => Buffer.alloc(21 * 1024 * 1024))]],
    422,
    as,
  ),
  ask('a list as the register to save', '/api/v1/trust-bundle/..%2f..%2fetc', 404),
  ask('a register to save that is sent', 'POST /api/v1/trust-bundle', 405),
];
