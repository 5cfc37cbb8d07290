import { expect } from 'chai';
import { createI18n } from '../../src/i18n/i18n.ts';
import { messageTypes } from '../../src/i18n/messageTypes.ts';
import type { NamesIn, PlainNamesIn } from '../../src/messages.ts';

/** The fields of a message's type, as the written interface has them. */
const fieldsOf = (message: string) => /^ {2}'a\.b': (.*);$/m.exec(messageTypes({ 'a.b': message }))?.[1];

describe('the types of messages', () => {
  it('are an interface of keys and parameters, with null for a message without any', () => {
    expect(messageTypes({ 'a.b.c': 'Oui', 'a.b.d': 'Le {day}', 'a.e': 'Non' }).split('\n')).to.deep.equal([
      'export interface Messages {',
      "  'a.b.c': null;",
      "  'a.b.d': { 'day': string | number };",
      "  'a.e': null;",
      '}',
      '',
      'export interface Groups {',
      "  'a': 'b.c' | 'b.d' | 'e';",
      "  'a.b': 'c' | 'd';",
      '}',
      '',
    ]);
  });

  it('take a number where it is formatted or counted, and either type elsewhere', () => {
    expect(fieldsOf('{n, number} de {of}')).to.equal("{ 'n': number; 'of': string | number }");
    expect(fieldsOf('{n, plural, one {# jour} other {# jours}}')).to.equal("{ 'n': number }");
    expect(fieldsOf('{n, plural, one {un} other {{n}}} sur {n}')).to.equal("{ 'n': number }");
    expect(fieldsOf('{n} : {n, plural, one {un} other {#}}')).to.equal("{ 'n': number }");
    expect(fieldsOf('{who, select, self {Vous} other {Elle}}')).to.equal("{ 'who': string | number }");
  });

  it('include parameters inside branches', () => {
    const nested = '{who, select, self {{n, plural, one {{day}} other {#}}} other {{name}}}';
    expect(fieldsOf(nested)).to.equal(
      "{ 'who': string | number; 'n': number; 'day': string | number; 'name': string | number }",
    );
  });

  it('refuse an unsupported kind of placeholder, and a tag', () => {
    expect(() => fieldsOf('{day, date}')).to.throw('no type');
    expect(() => fieldsOf('<b>Oui</b>')).to.throw('no type');
  });
});

describe('a message, to the compiler', () => {
  const { t } = createI18n().fr;

  it('has a key that exists', () => {
    // @ts-expect-error
    expect(() => t('pages.nowhere')).to.throw();
  });

  it('demands every parameter, each of its type', () => {
    expect(t('faults.tooLong', { max: 3 })).to.include('3');
    // @ts-expect-error
    expect(() => t('faults.tooLong')).to.throw();
    // @ts-expect-error
    expect(() => t('faults.tooLong', {})).to.throw();
    // @ts-expect-error
    expect(t('faults.tooLong', { max: '3' })).to.include('3');
  });

  it('refuses parameters that its message does not have', () => {
    // @ts-expect-error
    expect(t('site.yes', {})).to.equal(t('site.yes'));
    // @ts-expect-error
    expect(t('faults.tooLong', { max: 3, min: 1 })).to.equal(t('faults.tooLong', { max: 3 }));
  });

  it('is one of a group where keys are built from a list of names', () => {
    const names: PlainNamesIn<'site'>[] = ['yes', 'no'];
    expect(names.map((name) => t(`site.${name}`))).to.deep.equal([t('site.yes'), t('site.no')]);
    // @ts-expect-error
    names.push('scale.known');
    // @ts-expect-error
    names.push('nowhere');
    const letter: NamesIn<'letters', '.subject'> = 'appealPanel';
    expect(t(`letters.${letter}.subject`, { organisation: 'Spécimen' })).to.be.a('string');
  });

  it('demands the parameters of all possible keys', () => {
    const either = (code: 'tooLong' | 'tooShort' | 'required') => [
      t(`faults.${code}`, { max: 3, min: 4 }),
      // @ts-expect-error
      t(`faults.${code}`, { max: 3 }),
    ];
    expect(either('tooLong')).to.deep.equal([
      t('faults.tooLong', { max: 3 }),
      t('faults.tooLong', { max: 3 }),
    ]);
    expect(() => either('tooShort')).to.throw();
  });
});
