// Tier: all. Budget: 31 s.
import type { Server } from 'node:http';
import { expect } from 'chai';
import fc from 'fast-check';
import supertest, { type Response } from 'supertest';
import { organisationScopes } from '../../../src/commands/items/apiKey.ts';
import { makeKey } from '../../../src/commands/people/keys/makeKey.ts';
import { labelNumber } from '../../../src/register/number.ts';
import { operations } from '../../../src/web/api/openapi/document.ts';
import type { Operation } from '../../../src/web/api/openapi/operation.ts';
import { filledDraft } from '../../support/applicationSteps.ts';
import { storedPerson } from '../../support/organisations.ts';
import {
  anyQuestion,
  photoBytes,
  plainQuestion,
  type Question,
  sealFile,
  sealPem,
} from '../../support/samples/anyQuestion.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';

const at = '2026-11-02T08:00:00.000Z';
const kinds = ['certificate', 'badgePrint', 'doorSignA4', 'doorSignA6', 'standSign'] as const;

describe('every operation of the OpenAPI document', () => {
  let web: TestWeb;
  let key: string;
  let applicationId: string;
  before(async () => {
    web = await testWeb('openapi-answers');
    const { store, files } = web.deps;
    const credential = JSON.stringify({ '@context': [], type: ['VerifiableCredential'] });
    await store.addIssuerKey({ id: 'key-2026-1', multibase: 'z6MkNew', since: at, distrustedAt: null });
    await store.addSealAnchor({ id: 'seal', pem: sealPem, since: at });
    await store.saveStatusList({ purpose: 'revocation', list: 1, version: 1, credential, at });
    const pdf = await files.save(Buffer.from('%PDF-1.7 spécimen'), 'application/pdf');
    const json = await files.save(Buffer.from(credential), 'application/ld+json');
    const issued = [
      ...kinds.map((kind) => ({ kind, revision: 1, digest: pdf, size: 18 })),
      { kind: 'credential', revision: 1, digest: json, size: credential.length } as const,
      { kind: 'conformity', revision: 1, digest: pdf, size: 18 } as const,
    ];
    const digest = await files.save(photoBytes, 'image/jpeg');
    const file = { format: 'jpeg', width: 640, digest } as const;
    const photo = { alt: 'Un pain', width: 640, height: 480, files: [file] };
    const offers = specimenEntry.offers.map((offer) => ({ ...offer, photo }));
    await web.publish({ ...specimenEntry, offers, files: issued });
    await web.publish({ ...specimenEntry, number: labelNumber(2026, 41), state: 'withdrawn' });
    const draft = await filledDraft(web.deps, await web.person('owner'));
    applicationId = draft.id;
    const owner = await storedPerson(web.deps, draft.owner);
    key = await makeKey(web.deps, owner, {
      ...{ organisationId: owner.memberships[0]?.organisationId ?? '', name: 'Logiciel' },
      ...{ scopes: organisationScopes, endsOn: '2027-03-01' },
    });
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'failures of ours').to.deep.equal([]));

  const send = (method: string, { path, headers, body }: Question, operation: Operation) => {
    const agent = supertest(web.server as unknown as Server);
    const request = agent[method as 'get'](path)
      .set({ ...headers, Host: 'label.example', ...(operation.scope && { Authorization: `Bearer ${key}` }) })
      .redirects(0);
    if (operation.form && method === 'post') {
      for (const [name, value] of Object.entries(JSON.parse(body))) request.field(name, String(value));
      return request.attach('file', Buffer.from(body), 'pièce.txt');
    }
    return operation.body && method === 'post'
      ? request.type('application/json').send(body).buffer(true)
      : request.buffer(true).parse(asText);
  };

  for (const operation of operations) {
    const name = `${operation.method.toUpperCase()} ${operation.path}`;
    it(`answers a plain request as documented: ${name}`, async () => {
      const answer = await send(operation.method, plainQuestion(operation), operation);
      expect(answer.status).to.be.oneOf([200, 201, 302]);
      check(operation, answer);
    });

    it(`answers any request as documented: ${name}`, () =>
      fc.assert(
        fc.asyncProperty(anyQuestion(operation), async (question) =>
          check(operation, await send(operation.method, question, operation)),
        ),
        { numRuns: 60 },
      ));

    it(`refuses other methods: ${name}`, async () => {
      const path = operation.path
        .replace('{number}', specimenEntry.number)
        .replace('{application}', applicationId)
        .replace('{organisationId}', specimenEntry.organisation.id)
        .replace('{certificate}', sealFile)
        .replace('{list}', 'revocation-1')
        .replace('{revision}', '1')
        .replace('{version}', '1.0.0')
        .replace('{language}', 'fr');
      const ask = (method: string, headers = {}) =>
        send(method, { path, headers: { Accept: 'application/json', ...headers }, body: '{}' }, operation);
      const other = operation.method === 'get' ? 'post' : 'get';
      for (const method of [other, 'put', 'patch', 'delete', 'options']) {
        const { status, headers } = await ask(method);
        expect([status, headers.allow], method).to.deep.equal([
          405,
          operation.method === 'get' ? 'HEAD, GET' : 'POST',
        ]);
      }
      const preflight = { Origin: 'https://shop.example', 'Access-Control-Request-Method': 'GET' };
      const asked = await ask('options', preflight);
      // Where a key is needed a browser of another site has nothing to ask: it would have to know the key.
      expect([asked.status, asked.headers['access-control-allow-origin']]).to.deep.equal(
        operation.scope ? [405, undefined] : [204, '*'],
      );
      if (operation.method === 'get') {
        const [got, head] = [await ask('get'), await ask('head')];
        expect([head.status, head.type, head.text ?? '']).to.deep.equal([got.status, got.type, '']);
      }
    });
  }
});

/** The answer is one that the document tells of: its status, its kind, and what is in it. */
function check({ answers }: Operation, { status, headers, text, body }: Response): void {
  const bodies = answers[status];
  if (!bodies) throw new Error(`the document does not tell of ${status}`);
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  const types = Object.keys(bodies);
  expect(types.length === 0 ? [''] : types).to.include(type);
  const schema = bodies[type];
  if (!schema) return;
  const said = text ?? String(body);
  const lines = type === 'application/jsonl' ? said.trimEnd().split('\n') : [said];
  for (const line of lines) {
    const value = JSON.parse(line);
    expect(schema.parse(value)).to.deep.equal(value);
  }
}

/** Keeps the text, whatever type it is of. */
function asText(answer: unknown, done: (error: Error | null, text: string) => void): void {
  const parts: Buffer[] = [];
  (answer as NodeJS.ReadableStream)
    .on('data', (part) => parts.push(Buffer.from(part)))
    .on('end', () => done(null, Buffer.concat(parts).toString()));
}
