import { expect } from 'chai';
import fc from 'fast-check';
import { z } from 'zod';
import { LabelError } from '../../../src/errors.ts';
import { faultCodes } from '../../../src/web/forms/faultCode.ts';
import {
  choice,
  day,
  email,
  line,
  optionalDay,
  optionalLine,
  optionalLines,
  optionalLink,
  optionalNumber,
  revision,
  ticked,
  trap,
} from '../../../src/web/forms/fields.ts';
import { parse } from '../../../src/web/forms/parse.ts';

const shape = {
  name: line(10),
  nick: optionalLine(10),
  note: optionalLines(20),
  link: optionalLink(40),
  hidden: trap,
  mail: email.optional(),
  on: optionalDay,
  from: day.optional(),
  count: optionalNumber,
  kind: choice(['food', 'service']).optional(),
  agreed: ticked,
  revision: revision.optional(),
};

/** Faults by field of a body that has a name and one field more. */
function faultsOf(body: object): Record<string, string> {
  try {
    parse(shape, { name: 'Spécimen', ...body });
    return {};
  } catch (error) {
    if (!(error instanceof LabelError)) throw error;
    expect(error.code).to.equal('invalid');
    return Object.fromEntries(error.faults.map(({ field, code }) => [field, code]));
  }
}

describe('parsing a form', () => {
  it('returns one code per field when refused', () => {
    const wrong: [object, Record<string, string>][] = [
      [{ name: undefined }, { name: 'required' }],
      [{ name: '   ' }, { name: 'required' }],
      [{ name: 'x'.repeat(11) }, { name: 'tooLong' }],
      [{ name: 'a\nb' }, { name: 'lineBreak' }],
      [{ name: 'a\u0007b' }, { name: 'badCharacters' }],
      [{ note: 'a\0b' }, { note: 'badCharacters' }],
      [{ hidden: 'Buy now' }, { hidden: 'leaveEmpty' }],
      [{ link: 'javascript:alert(1)' }, { link: 'badLink' }],
      [{ name: 'a\u202eb' }, { name: 'badCharacters' }],
      [{ name: `a${'\u0301'.repeat(9)}b` }, { name: 'badCharacters' }],
      [{ name: '\u200b\u2003\u3164' }, { name: 'required' }],
      [{ name: { $gt: '' } }, { name: 'wrongType' }],
      [{ name: ['a', 'b'] }, { name: 'wrongType' }],
      [{ name: 7 }, { name: 'wrongType' }],
      [{ role: 'chair' }, { role: 'unknownField' }],
      [{ ['r'.repeat(500)]: 'x' }, { ['r'.repeat(60)]: 'unknownField' }],
      [{ mail: 'a@b' }, { mail: 'badEmail' }],
      [{ mail: 'a b@c.ch' }, { mail: 'badEmail' }],
      [{ mail: '' }, { mail: 'required' }],
      [{ on: '2026-02-30' }, { on: 'badDate' }],
      [{ on: '30.2.2026' }, { on: 'badDate' }],
      [{ on: 'demain' }, { on: 'badDate' }],
      [{ from: '' }, { from: 'required' }],
      [{ count: 'douze francs' }, { count: 'notANumber' }],
      [{ count: '1e9' }, { count: 'notANumber' }],
      [{ count: 'NaN' }, { count: 'notANumber' }],
      [{ kind: 'boat' }, { kind: 'notAnOption' }],
      [{ kind: '' }, { kind: 'chooseOne' }],
      [{ agreed: 'on' }, { agreed: 'notAnOption' }],
      [{ revision: '-1' }, { revision: 'wrongType' }],
    ];
    for (const [body, faults] of wrong) expect(faultsOf(body), JSON.stringify(body)).to.deep.equal(faults);
  });

  it('normalises input', () => {
    const input = parse(shape, {
      name: '  Spécimen\u0301 ',
      note: 'une\r\ndeux\n',
      mail: 'Spécimen@example.ch'.replace('é', 'e'),
      on: '4.11.2026',
      count: '1’240 000,5',
      kind: 'food',
      agreed: 'yes',
      revision: '14',
    });
    expect(input).to.deep.include({
      nick: '',
      note: 'une\ndeux',
      mail: 'specimen@example.ch',
      on: '2026-11-04',
      count: 1240000.5,
      agreed: true,
      revision: 14,
    });
    expect(parse(shape, { name: 'x' })).to.deep.include({ count: null, on: '', agreed: false });
  });

  it('returns typed input or a few known faults for any input, never another error', () => {
    fc.assert(
      fc.property(fc.object({ key: fc.constantFrom(...Object.keys(shape), '__proto__', '$gt') }), (body) => {
        try {
          parse(shape, body);
        } catch (error) {
          if (!(error instanceof LabelError)) throw error;
          expect(error.faults.length).to.be.within(1, 50);
          for (const { code } of error.faults) expect(faultCodes).to.include(code);
        }
      }),
    );
    const many = Object.fromEntries([...Array(900).keys()].map((n) => [`f${n}`, 'x']));
    expect(Object.keys(faultsOf(many))).to.have.length(50);
  });

  it('also for a body that is no object', () => {
    for (const body of [null, undefined, 'x', 7, []]) {
      expect(() => parse({ name: z.string() }, body)).to.throw(LabelError);
    }
  });
});
