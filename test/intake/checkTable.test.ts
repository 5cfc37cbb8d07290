import { expect } from 'chai';
import { checkTable } from '../../src/intake/checkTable.ts';
import { inspect } from '../../src/intake/inspect.ts';
import { faultOf } from './support/faultOf.ts';

/** Tables in which a program would read a formula, and the line where. */
const hostile: readonly (readonly [string, number])[] = [
  ['=1+1', 1],
  ["nom;a\n=cmd|'/C calc'!A0;1", 2],
  ['a;b\r\n1;@SUM(1+1)', 2],
  ['a,"=HYPERLINK(""https://elsewhere.example"")"', 1],
  ['a,"b;=1"', 1],
  ['a\t=1', 1],
  ['a; =1', 1],
  ['a;""=1', 1],
  ['a;"\n=1"', 1],
  ['"a\nb";c\n=1', 3],
  ['\ufeff=1', 1],
  ['sep=^\na^=1', 2],
  ["a;-2+3+cmd|' /C calc'!A0", 1],
  ["a;+cmd|' /C calc'!A0", 1],
  ['a;-1-WEBSERVICE(A1)', 1],
  ['a;-SUM(1;2)', 1],
  ['a;＝1', 1],
  ['a;- voir annexe', 1],
  [`a;-1${' '.repeat(200)}x!`, 1],
];

/** Cells that begin with a sign and are only numbers, or hold signs further on. */
const honest: readonly string[] = [
  '-12.5',
  '-12,5;3',
  "-1'250.00 CHF",
  '-1 250,5 kWh/m²',
  '- 12 %',
  '-.5',
  '-1.5E+10',
  '+41 22 000 00 00',
  '"+41 (0)22 000 00 00"',
  '+41-22-000-00-00',
  '(022) 000 00 00;+41220000000',
  '+/- 5 %',
  '-',
  '--',
  '12,-;15.-',
  '-12;Réduction (estimée) !',
  'Lausanne, +3 personnes;12',
  'contact@specimen.example;a=b;1-2',
  '"a ""=1"" b"',
  "'=1",
];

describe('intake/checkTable', () => {
  for (const [table, line] of hostile) {
    it(`refuses ${JSON.stringify(table.slice(0, 60))}`, async () => {
      const answer = faultOf(Promise.resolve().then(() => checkTable(Buffer.from(table))));
      expect(await answer).to.equal(`tableFormula ${line}`);
    });
  }
  for (const cell of honest) {
    it(`takes ${JSON.stringify(cell)}`, () => {
      expect(() => checkTable(Buffer.from(`a;b\n${cell}\n`))).not.to.throw();
    });
  }

  it('reads the old encoding of Windows', async () => {
    const table = Buffer.from('Ann\xe9e;1\n=1', 'latin1');
    expect(await faultOf(inspect(table, 'csv'))).to.equal('tableFormula 2');
  });

  it('is used for tables only, not for texts', async () => {
    expect(await faultOf(inspect(Buffer.from('=1'), 'csv'))).to.equal('tableFormula 1');
    expect(await faultOf(inspect(Buffer.from('=1'), 'txt'))).to.equal('taken');
  });
});
