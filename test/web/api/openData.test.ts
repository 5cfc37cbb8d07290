import { expect } from 'chai';
import { parse as parseCsv } from 'csv-parse/sync';
import { csvColumns } from '../../../src/web/api/formats/csv.ts';
import { registerGraph } from '../../../src/web/schemas/certification.ts';
import { type LabelAnswer, labelAnswer } from '../../../src/web/schemas/label.ts';
import { fillRegister } from '../../support/samples/fillRegister.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const labels = 300;
const columns = csvColumns.map(([name]) => name);
const linesOf = (text: string): LabelAnswer[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('the whole register as a file', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('open-data');
    visitor = await web.browser();
  });
  after(() => web.stop());

  const fetched = async (name: string, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await visitor.get(`/api/v1/register.${name}`).set(headers).buffer(true);
    return { status: answer.status, headers: answer.headers, text: answer.text };
  };

  it('is well-formed without labels', async () => {
    expect((await fetched('jsonl')).text).to.equal('');
    expect((await fetched('csv')).text).to.equal(`${columns.join(',')}\r\n`);
    expect(registerGraph.parse(JSON.parse((await fetched('jsonld')).text))['@graph']).to.have.length(1);
  });

  it('contains every label once as JSON Lines, each as its own endpoint returns it', async () => {
    await fillRegister(web.connection, labels);
    const { status, headers, text } = await fetched('jsonl');
    expect([status, headers['content-type']]).to.deep.equal([200, 'application/jsonl']);
    const lines = linesOf(text);
    expect(new Set(lines.map(({ number }) => number)).size).to.equal(labels);
    expect(lines).to.have.length(labels);
    for (const line of lines) expect(labelAnswer.parse(line)).to.deep.equal(line);
    for (const line of lines.filter((_, i) => i % 30 === 0)) {
      expect((await visitor.get(`/api/v1/labels/${line.number}`)).body).to.deep.equal(line);
    }
  });

  it('contains every offer once as CSV', async () => {
    const { headers, text } = await fetched('csv');
    expect(headers['content-type']).to.equal('text/csv; charset=utf-8; header=present');
    const rows: Record<string, string>[] = parseCsv(text, { columns: true, record_delimiter: '\r\n' });
    const expected = linesOf((await fetched('jsonl')).text).flatMap((label) =>
      label.offers.map((offer) => [label.number, String(label.valid), offer.id, offer.name, offer.sheet]),
    );
    expect(
      rows.map((row) => [row.number, row.valid, row.offer_id, row.offer, row.offer_sheet]),
    ).to.deep.equal(expected);
    expect(Object.keys(rows[0] ?? {})).to.deep.equal(columns);
  });

  it('contains every label as linked data, with its licence', async () => {
    const { headers, text } = await fetched('jsonld');
    expect(headers['content-type']).to.equal('application/ld+json');
    const graph = JSON.parse(text);
    expect(registerGraph.parse(graph)).to.deep.equal(graph);
    const [dataset, ...nodes] = graph['@graph'];
    expect(dataset.license).to.equal('https://creativecommons.org/licenses/by/4.0/');
    expect(new Set(nodes.map((node: { '@id': string }) => node['@id'])).size).to.equal(labels);
  });

  it('is open to every site, under its licence, with a link to the changes', async () => {
    const { headers } = await fetched('jsonl');
    expect(headers).to.include({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, no-cache',
    });
    expect(headers['access-control-expose-headers']).to.include('Link');
    expect(headers.link).to.include('<https://creativecommons.org/licenses/by/4.0/>; rel="license"');
    const [, next = ''] = /<http:\/\/label\.example([^>]*)>; rel="monitor"/.exec(headers.link ?? '') ?? [];
    const { body } = await visitor.get(next);
    expect([body.changes, body.more]).to.deep.equal([[], false]);
  });

  it('is not sent again until a label or the day changes', async () => {
    const { etag = '' } = (await fetched('csv')).headers;
    const again = () => fetched('csv', { 'If-None-Match': etag });
    const same = await again();
    expect([same.status, same.text]).to.deep.equal([304, '']);
    expect(same.headers.ratelimit, 'nothing was downloaded').to.not.include('downloads');
    web.setClock('2026-11-03T08:00:00.000Z');
    expect((await again()).status, 'another day').to.equal(200);
    web.setClock('2026-11-02T08:00:00.000Z');
    await web.publish(specimenEntry);
    const changed = await again();
    expect([changed.status, changed.text.includes(specimenEntry.number)]).to.deep.equal([200, true]);
  });

  it('escapes formulas in names, and includes a label without offers', async () => {
    const organisation = { ...specimenEntry.organisation, name: '=HYPERLINK("http://x.example")' };
    await web.publish({ ...specimenEntry, organisation, offers: [] });
    const rows: Record<string, string>[] = parseCsv((await fetched('csv')).text, { columns: true });
    const row = rows.find(({ number }) => number === specimenEntry.number);
    expect(row?.website).to.equal(specimenEntry.organisation.website);
    expect(row?.identifier).to.equal('CHE-123.456.788');
    expect([row?.organisation, row?.offer_id]).to.deep.equal(['\'=HYPERLINK("http://x.example")', '']);
  });

  it('returns headers only for HEAD', async () => {
    const { status, headers, text } = await visitor.head('/api/v1/register.jsonl');
    expect([status, headers['content-length'], text]).to.deep.equal([200, undefined, undefined]);
  });
});
