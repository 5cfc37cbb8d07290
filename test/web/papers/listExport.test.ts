// Tier: all. Budget: 6 s.
import { hash } from 'node:crypto';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import type supertest from 'supertest';
import { planSession } from '../../../src/commands/committee/session/planSession.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { currentApplication } from '../../support/applicationSteps.ts';
import { sendComplaint } from '../../support/complaintSteps.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the exports of the lists of the staff', () => {
  let web: WebWithCast;
  let lists: readonly { path: string; by: Person; not: Person; rows: number }[];
  before(async () => {
    web = await webWithCast('list-exports');
    const { deps, cast } = web;
    const id = await web.fileInDeliberation();
    const other = await web.fileInEvaluation();
    for (let n = 0; n < 27; n += 1) await sendComplaint(web, { text: `=Spécimen ${n}` });
    const plan = { plannedFor: '2026-12-01T18:00:00.000Z', place: 'Salle', agenda: [id] };
    await planSession(deps, cast.officer, plan);
    const administrator = await web.person('administrator', 'administrator');
    const [member] = cast.committee;
    const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
    const { organisationId } = (await currentApplication(deps, other.id)).context;
    await declareTie(deps, administrator, { ...tie, personId: administrator.id, organisationId });
    const { officer } = cast;
    const [reviewer] = other.reviewers;
    const visitor = await web.person('visitor');
    const people = await web.connection.collection('people').countDocuments();
    lists = [
      { path: 'lists/files', by: officer, not: reviewer, rows: 2 },
      { path: 'follow-up', by: officer, not: member, rows: 0 },
      { path: 'complaints?show=all', by: officer, not: member, rows: 27 },
      { path: 'complaints?show=overdue', by: officer, not: member, rows: 0 },
      { path: 'sessions', by: officer, not: reviewer, rows: 1 },
      { path: 'committee', by: member, not: officer, rows: 1 },
      { path: 'appeals', by: officer, not: reviewer, rows: 0 },
      { path: 'people', by: administrator, not: officer, rows: people },
      { path: 'people?q=administrator', by: administrator, not: officer, rows: 1 },
      { path: 'ties', by: administrator, not: visitor, rows: 1 },
      { path: 'review', by: reviewer, not: officer, rows: 1 },
    ];
  });
  after(() => web.stop());

  const fetched = async (person: Person, path: string, format: string) => {
    const [place, query] = path.split('?');
    const address = `/fr/${place}/list.${format}${query ? `?${query}` : ''}`;
    return (await web.browserOf(person)).get(address).buffer(true).parse(bytesOf);
  };

  it('are of whoever sees the list, with all its rows, in both formats alike', async () => {
    for (const { path, by, not, rows } of lists) {
      const [csv, xlsx] = [await fetched(by, path, 'csv'), await fetched(by, path, 'xlsx')];
      expect([csv.status, xlsx.status], path).to.deep.equal([200, 200]);
      const inCsv: string[][] = parse(csv.body, { bom: true, delimiter: ';' });
      const { sheets } = await readXlsx(xlsx.body);
      const [list = [], about = []] = sheets.map((sheet) => sheet.rows);
      expect([inCsv.length, list.length], path).to.deep.equal([rows + 1, rows + 1]);
      expect(inCsv[0], path).to.deep.equal(list[0]);
      const digest = hash('sha256', csv.body);
      expect(csv.headers['content-disposition'], path).to.include(`-${digest.slice(0, 8)}.csv`);
      expect(about.flat(), path).to.include(digest);
      expect((await fetched(not, path, 'csv')).status, path).to.equal(403);
      expect((await fetched(not, path, 'xlsx')).status, path).to.equal(403);
    }
  });

  it('are linked where the list is, with its filters', async () => {
    for (const { path, by, rows } of lists.filter((list) => list.rows > 0)) {
      const { text } = await (await web.browserOf(by)).get(`/fr/${path}`);
      const [place, query] = path.split('?');
      expect(text, `${rows} of ${path}`).to.include(`/fr/${place}/list.xlsx${query ? `?${query}` : ''}"`);
    }
  });

  it('hold no formula', async () => {
    const { officer } = web.cast;
    const { body } = await fetched(officer, 'complaints?show=all', 'csv');
    expect(String(body))
      .to.include("'=Spécimen 26")
      .and.not.match(/[;\n]"?=/);
  });

  it('are noted in the journal with their digest, and neither rows nor what was searched for', async () => {
    const { by } = lists.find(({ path }) => path.includes('?q=')) ?? {};
    if (!by) throw new Error('no list with a search');
    const { body } = await fetched(by, 'people?q=administrator', 'csv');
    const line = (await web.deps.store.records('exports/lists')).at(-1);
    expect(line?.facts).to.deep.equal(['list.exported']);
    expect(line?.actor.id).to.equal(by.id);
    expect(line?.data).to.deep.equal({ list: 'people', format: 'csv', digest: hash('sha256', body) });
  });
});

const bytesOf = (response: supertest.Response, done: (error: Error | null, body: Buffer) => void) => {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => done(null, Buffer.concat(chunks)));
};
