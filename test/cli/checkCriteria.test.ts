import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';

const schemes = readdirSync('criteria', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** What the check of a scheme says, in a process of its own: modules are loaded for one scheme. */
function check(SCHEME: string, cwd = process.cwd()) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(cwd, 'src/cli.ts'), 'check-criteria'],
    { cwd, env: { ...process.env, SCHEME }, encoding: 'utf8' },
  );
  return { status, said: stdout + stderr };
}

describe('check-criteria', () => {
  for (const scheme of schemes)
    it(`finds ${scheme} whole: its versions, and what lies beside them`, () => {
      const { status, said } = check(scheme);
      expect(status, said).to.equal(0);
      expect(said).to.match(/✓ agreement .* places\n✓ \d+ specimens with a file/);
    });

  /** Keys that another label need not have: what its regions, identifiers and sources are called. */
  const own = /^(?:sources|regions|pages\.label\.fact)\./;
  const keysOf = (words: object, before = ''): string[] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'object' ? keysOf(value, `${before}${key}.`) : [`${before}${key}`],
    );
  const wordsOf = (path: string) =>
    keysOf(parse(readFileSync(`criteria/${path}`, 'utf8'))).filter((key) => !own.test(key));

  it('leaves to a test that each label says what pages ask for in its words', () => {
    const asked = wordsOf('made-in-ess/words.fr.yaml');
    const files = readdirSync('criteria', { recursive: true, encoding: 'utf8' });
    for (const path of files.filter((name) => /\/words\.[a-z]{2}\.yaml$/.test(name)))
      expect(wordsOf(path), path).to.include.members(asked);
  });

  describe('of a changed copy', () => {
    let copy: string;
    before(() => {
      copy = mkdtempSync(join(tmpdir(), 'schemes-'));
      for (const folder of ['criteria', 'src', 'templates'])
        cpSync(folder, join(copy, folder), { recursive: true });
      cpSync('package.json', join(copy, 'package.json'));
      cpSync('tsconfig.json', join(copy, 'tsconfig.json'));
      symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'), 'dir');
    });
    after(() => rmSync(copy, { recursive: true }));

    const wrong: readonly (readonly [
      what: string,
      file: string,
      from: string | RegExp,
      to: string,
      said: string,
    ])[] = [
      [
        'a specimen at no place',
        'specimens/living.yaml',
        '"39043"',
        '"39999"',
        'specimens: Tischlerei Muster is at no place of places.json',
      ],
      [
        'a postcode that no region has',
        'profile.yaml',
        '- { country: IT, digits: 5, before: [I, IT] }',
        '- { country: IT, digits: 4, before: [I, IT] }',
        'places.json: 39010 St. Martin in Passeier is no postcode of the profile',
      ],
      [
        'a region without a name',
        'words.it.yaml',
        '  wipptal: Alta Valle Isarco\n',
        '',
        'words.it.yaml: no regions.wipptal',
      ],
      [
        'an agreement that lacks an article',
        'agreement/1.0.0/it.yaml',
        /\n {2}- title: La fine\n.*\n/,
        '\n',
        'not as many articles in it',
      ],
    ];
    for (const [what, file, from, to, expected] of wrong)
      it(`names ${what}`, () => {
        const path = join(copy, 'criteria/specimen-south-tyrol', file);
        const text = readFileSync(path, 'utf8');
        writeFileSync(path, text.replace(from, to));
        const { status, said } = check('specimen-south-tyrol', copy);
        writeFileSync(path, text);
        expect([status, said.includes(expected)], said).to.deep.equal([1, true]);
      });
  });
});
