import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { parse } from 'yaml';
import * as z from 'zod';
import { asvsIds } from './support/asvsIds.ts';

const folder = 'docs/assurance';
const sentence = z.string().min(5).regex(/\.$/, 'no sentence');
const shape = z.strictObject({
  id: z.string(),
  level: z.number(),
  asks: sentence,
  status: z.enum(['met', 'not applicable', 'open']),
  /** How it is met, why it is none of the service's, or why it is open. */
  why: sentence,
  /** Files, and tests by file and title. */
  evidence: z.array(z.string()).min(1).optional(),
});
type Row = z.infer<typeof shape>;

describe('the assurance case', () => {
  const files = async () => (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const rowsOf = async (file: string): Promise<Row[]> =>
    z.array(shape).parse(parse(await readFile(`${folder}/${file}`, 'utf8')));
  const all = async () => (await Promise.all((await files()).map(rowsOf))).flat();

  it('answers each of the 253 requirements of levels 1 and 2 once, in the order of the standard', async () => {
    expect(asvsIds).to.have.length(253);
    expect((await all()).map(({ id, level }) => ({ id, level }))).to.deep.equal(asvsIds);
    for (const file of await files()) {
      const chapters = new Set((await rowsOf(file)).map(({ id }) => id.split('.')[0]));
      expect([...chapters], file).to.deep.equal([`V${Number(file.slice(1, 3))}`]);
    }
  });

  it('claims nothing without evidence, and every cited file and test exists', async () => {
    const wrong: string[] = [];
    for (const { id, status, evidence = [] } of await all()) {
      if (status === 'met' && evidence.length === 0) wrong.push(`${id}: no evidence`);
      for (const piece of evidence) {
        const [path = '', title] = piece.split(' › ');
        if (!existsSync(path)) wrong.push(`${id}: no file ${path}`);
        else if (title !== undefined && !(await hasTest(path, title))) wrong.push(`${id}: no test ${piece}`);
        if (/\.test\.ts$/.test(path) && !/^\s*(?:it|test\w*)\(/m.test(await readFile(path, 'utf8')))
          wrong.push(`${id}: no test in ${path}`);
      }
    }
    expect(wrong).to.deep.equal([]);
  });

  it('reports evidence that does not exist', async () => {
    expect(await hasTest('test/assurance.test.ts', 'reports evidence that does not exist')).to.equal(true);
    expect(await hasTest('test/assurance.test.ts', 'reports evidence that does not')).to.equal(false);
    const none = { id: 'V1.1.1', level: 2, asks: 'Something.', status: 'open' };
    expect(shape.safeParse(none).success, 'no reason').to.equal(false);
    expect(shape.safeParse({ ...none, why: 'Something.', status: 'perhaps' }).success).to.equal(false);
  });

  it('matches the counts in docs/security.md', async () => {
    const rows = await all();
    const count = (status: Row['status']) => rows.filter((row) => row.status === status).length;
    const said = await readFile('docs/security.md', 'utf8');
    expect(said).to.include(
      `${count('met')} are met, ${count('not applicable')} do not apply, ${count('open')} are open`,
    );
    const open = rows.filter(({ status }) => status === 'open').map(({ id }) => id);
    expect(said, 'each open one by its id').to.include(open.join(', '));
  });
});

/** Whether a file holds a test, or a document a heading, of exactly this title. */
async function hasTest(path: string, title: string): Promise<boolean> {
  const source = await readFile(path, 'utf8');
  if (path.endsWith('.md')) return new RegExp(`^#+ ${title}$`, 'm').test(source);
  return ["'", '`', '"'].some((quote) => source.includes(`it(${quote}${title}${quote}`));
}
