import { ask, form, json, parts, type Row } from '../support/row.ts';

const signIn = '/fr/sign-in';
const address = 'email=polluting@specimen.example';
const evidence = '/fr/applications/§own/evidence';

/** Names of fields that reach for what all objects share. */
const names = [
  '__proto__',
  '__proto__[admin]',
  '__proto__.admin',
  'constructor',
  'constructor[prototype][admin]',
  'constructor.prototype.admin',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  'email[__proto__][admin]',
];

/** Bodies that do the same. */
const bodies: readonly (readonly [string, string, number])[] = [
  ['a prototype', '{"email":"a@specimen.example","__proto__":{"admin":true}}', 400],
  ['a prototype that is escaped', '{"email":"a@specimen.example","\\u005f_proto__":{"admin":true}}', 400],
  ['a prototype inside', '{"email":{"__proto__":{"admin":true}}}', 400],
  ['a constructor', '{"email":"a@specimen.example","constructor":{"prototype":{"admin":true}}}', 422],
  ['a prototype alone', '{"__proto__":{"email":"a@specimen.example"}}', 400],
  ['a method', '{"email":"a@specimen.example","toJSON":"x"}', 422],
  ['a promise', '{"email":"a@specimen.example","then":"x"}', 422],
];

/** Prototype pollution, and fields that come more often or under more names than a form has. */
export const pollution: readonly Row[] = [
  ...names.map((name) => form(`a field ${name}`, signIn, `${address}&${name}=true`, 422)),
  ...bodies.map(([what, text, status]) => json(`JSON with ${what}`, signIn, text, status)),
  ...['__proto__', '__proto__[admin]', 'constructor[prototype][admin]', 'a[__proto__][b]'].map((name) =>
    parts(
      `a part ${name}`,
      evidence,
      [
        [`Content-Disposition: form-data; name="${name}"`, 'true'],
        ['Content-Disposition: form-data; name="file"; filename="a.txt"', 'Bilan'],
      ],
      422,
      { as: 'applicant' },
    ),
  ),
  parts(
    'a file __proto__',
    evidence,
    [['Content-Disposition: form-data; name="__proto__"; filename="a.txt"', 'x']],
    422,
    { as: 'applicant' },
  ),
  ask('a prototype as language', '/__proto__/sign-in', 404),
  ask('a constructor as language', '/constructor', 404),
  ask('a prototype as section', '/fr/__proto__', 404),
  ask('a method as section', '/fr/hasOwnProperty/x', 404),
  ask('a prototype as asset', '/assets/__proto__', 404),
  ask('a constructor as font', '/assets/fonts/constructor', 404),
  ask('a prototype as version of the criteria', '/fr/criteria/__proto__', 404),
  ask('a method as criterion', '/fr/criteria/1.0.0/toString', 404),
  ask('a prototype as id of a file', '/fr/applications/__proto__', 404, { as: 'applicant' }),
  ask('a constructor as theme', '/fr/applications/§own/themes/constructor', 404, { as: 'applicant' }),
  ask('a prototype as offer', '/fr/applications/§own/offers/__proto__', 404, { as: 'applicant' }),
  ask('a prototype as criterion of a review', '/fr/review/§review/__proto__', 404, { as: 'reviewer' }),
  ask('a prototype as form of a badge', '/badges/MIE-26-00042-D.svg?form=__proto__', 422),
  ask('a prototype as size of a badge', '/badges/MIE-26-00042-D.svg?size=__proto__', 422),
  ask('two sizes of a badge', '/badges/MIE-26-00042-D.svg?size=256&size=512', 422),
  ask('a prototype as language of a badge', '/badges/MIE-26-00042-D.svg?language=constructor', 422),
  ask('a method as topic of letters', '/fr/unsubscribe?person=x&topic=toString&token=x', 404),
  form('an address twice', signIn, `${address}&email=other@specimen.example`, 422),
  form('an address under another case', signIn, `${address}&Email=other@specimen.example`, 422),
  form('a token twice', signIn, `csrf=§csrf&${address}`, 403),
  form('a second name of a field by a semicolon', signIn, `${address};email=other@specimen.example`, 422),
  form('a field with a space', signIn, `${address}&email+=other@specimen.example`, 422),
  form('a field without a name', signIn, `${address}&=x`, 422),
  form('a role with the code', '/fr/sign-in/code', 'code=123456&role=administrator', 422, {
    prepare: async ({ visitor }) => {
      const asking = visitor();
      await asking.get('/fr/sign-in');
      await asking.post('/fr/sign-in', { email: 'stranger@specimen.example' });
      return asking.values();
    },
  }),
  form('a passkey choice that is none', '/fr/sign-in/link', 't=x&passkeys=maybe', 422),
  json('a key twice', signIn, '{"email":"a@specimen.example","email":{"$gt":""}}', 422),
  ask('a search of operators', '/fr/register?q[$ne]=x&type[]=a&leman[$gt]=', 200, {
    because: 'a search reads texts under their very names; the rest is not there',
  }),
  ask('a search of a prototype', '/fr/register?__proto__[q]=x&constructor=x', 200, {
    because: 'a search reads texts under their very names; the rest is not there',
  }),
];
