// Tier: all. Budget: 6 s.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { builtCli } from '../support/servers/builtCli.ts';

const schemes = readdirSync('criteria', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** What the check of one scheme says, or of all where none is named. */
function check(SCHEME?: string, program = builtCli) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'check-criteria'], {
    env: { ...process.env, SCHEME },
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

describe('check-criteria', () => {
  it('finds every scheme whole: its versions, and what lies beside them', () => {
    const { status, said } = check();
    expect(status, said).to.equal(0);
    const whole = said.split(/✓ agreement .* places\n✓ \d+ specimens with a file/).slice(0, -1);
    expect(whole.map((one) => /✓ (\S+): .*, numbers/.exec(one)?.[1])).to.deep.equal(schemes);
  });

  describe('of a changed copy', () => {
    let copy: string;
    let program: string;
    before(() => {
      copy = mkdtempSync(join(tmpdir(), 'schemes-'));
      program = join(copy, 'dist/cli.js');
      for (const part of ['criteria', 'dist', 'templates', 'package.json'])
        cpSync(part, join(copy, part), { recursive: true, filter: (path) => !path.endsWith('.map') });
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
        'words that every page asks for',
        'words.it.yaml',
        /\nbefore:\n(?: .*\n)+/,
        '\n',
        'words.it.yaml: no before.question.here.help',
      ],
      [
        'a postcode without quotes',
        'specimens/living.yaml',
        'postcode: "39043"',
        'postcode: 39043',
        'stands between quotes in YAML',
      ],
      [
        'a version that belongs to another folder',
        '1.0.0/scheme.yaml',
        'id: specimen-south-tyrol',
        'id: another',
        'scheme.yaml of 1.0.0: id must be specimen-south-tyrol',
      ],
      [
        'a published version that was changed',
        '1.0.0/text.de.yaml',
        'title: Zusieme',
        'title: Zusieme!',
        'digests.json: 1.0.0 is no longer what was published',
      ],
      [
        'a version without a criterion that pages build on',
        'meanings.yaml',
        'sponsoring: COO-04',
        'sponsoring: COO-09',
        'meanings.yaml: sponsoring is COO-09, which is no criterion of 1.0.0',
      ],
      [
        'a criterion that nobody named',
        'meanings.yaml',
        'bought: COO-01',
        '',
        'name the criterion that asks what is bought from the same economy, as COO-01',
      ],
      [
        'a theme without a pictogram',
        'meanings.yaml',
        '  ENV: leaf\n',
        '',
        'meanings.yaml: pictograms: theme ENV has none of 1.0.0',
      ],
      [
        'a sentence in a language that the label does not have',
        'questionnaire.json',
        '"it":',
        '"en":',
        'criteria/specimen-south-tyrol/questionnaire.json: ✖ ',
      ],
      [
        'an agreement that lacks an article',
        'agreement/1.0.0/it.yaml',
        /\n {2}- title: La fine\n.*\n/,
        '\n',
        'not as many articles in it',
      ],
    ];
    it('names two labels that can be taken for each other', () => {
      const twin = join(copy, 'criteria/twin');
      cpSync(join(copy, 'criteria/specimen-south-tyrol'), twin, { recursive: true });
      const path = join(twin, '1.0.0/scheme.yaml');
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replace('id: specimen-south-tyrol', 'id: twin').replace('published', 'draft'));
      writeFileSync(join(twin, 'digests.json'), '{}');
      const { status, said } = check(undefined, program);
      rmSync(twin, { recursive: true });
      expect(status, said).to.equal(1);
      expect(said).to.include('specimen-south-tyrol and twin have the same name, Zusieme');
      expect(said).to.include('specimen-south-tyrol and twin have the same prefix, ZUS');
    });

    for (const [what, file, from, to, expected] of wrong)
      it(`names ${what}`, () => {
        const path = join(copy, 'criteria/specimen-south-tyrol', file);
        const text = readFileSync(path, 'utf8');
        writeFileSync(path, text.replace(from, to));
        const { status, said } = check('specimen-south-tyrol', program);
        writeFileSync(path, text);
        expect([status, said.includes(expected)], said).to.deep.equal([1, true]);
      });
  });
});
