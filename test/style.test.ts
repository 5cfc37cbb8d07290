import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { filesBelow, sourcesBelow } from './support/architecture/rooms.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const biome = JSON.parse(read('biome.json'));
const { compilerOptions } = JSON.parse(read('tsconfig.json'));

const program = [...sourcesBelow('src'), ...sourcesBelow('templates')];
const all = [...program, ...sourcesBelow('test')];

/** Whether a check that the page names is there and switched on. */
function isEnforced(check: string): boolean {
  if (check === 'knip') return JSON.parse(read('package.json')).scripts.check.includes('knip');
  if (check === 'biome formatter') return biome.formatter.lineWidth === 110;
  const [tool = '', name = ''] = check.split(/:? (.*)/s);
  if (tool === 'tsc') return compilerOptions[name] === true;
  if (tool === 'mocha') return JSON.parse(read('.mocharc.json'))[name] === true;
  if (tool === 'biome') {
    const [group = '', rule = ''] = name.split('/');
    const level = biome.linter.rules[group]?.[rule];
    return (level?.level ?? level) === 'error';
  }
  return existsSync(join(root, tool)) && new RegExp(`\\bit\\(\\s*['\`][^'\`]*${name}`).test(read(tool));
}

describe('style', () => {
  it('has a check that is switched on for every rule of docs/STYLE.md', () => {
    const rules = [...read('docs/STYLE.md').matchAll(/^\| (?!rule |-)(.+?) +\| (.+?) +\|$/gm)];
    expect(rules.length).greaterThan(20);
    const checks = rules.map(([, rule = '', named = '']) => ({
      rule,
      named: [...named.matchAll(/`([^`]+)`/g)].map(([, check = '']) => check),
    }));
    expect(checks.filter(({ named }) => named.length === 0)).deep.equal([]);
    expect(checks.flatMap(({ named }) => named.filter((check) => !isEnforced(check)))).deep.equal([]);
  });

  it('detects a check that is missing or switched off', () => {
    const absent = [
      ...['test/none.test.ts: is', 'test/style.test.ts: no such title', 'tsc allowJs', 'mocha bail'],
      ...['biome style/useTemplate', 'anything else'],
    ];
    expect(absent.filter(isEnforced)).deep.equal([]);
  });

  it('names files in camelCase, with their kind after a dot', () => {
    const named = /^[a-z][a-zA-Z0-9]*(\.(page|view|form|parts))?(\.test|\.drill|\.d)?\.ts$/;
    const wrong = [...filesBelow('src'), ...filesBelow('templates'), ...filesBelow('test')].filter(
      (path) => !path.includes('/migrations/') && !named.test(basename(path)),
    );
    expect(wrong).deep.equal([]);
  });

  it('exports by name, from the defining module', () => {
    const wrong = program.filter(
      ({ path, text }) => basename(path) === 'index.ts' || /^export (default|\*)/m.test(text),
    );
    expect(wrong.map(({ path }) => path)).deep.equal([]);
  });

  it('leaves no note of what is to be done', () => {
    const notes = new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')})\\b`);
    expect(all.filter(({ text }) => notes.test(text)).map(({ path }) => path)).deep.equal([]);
  });

  it('awaits nothing while a module of a test loads', () => {
    // Mocha requires its files; one that awaits is imported instead, and every module it needs is loaded twice.
    const awaits = /^(?:await |(?:export )?(?:const|let) [^=\n]*= (?!async\b)[^>\n]*\bawait )/m;
    const programs = ['test/bench/run.ts', 'src/i18n/writeMessageTypes.ts'];
    const wrong = [...sourcesBelow('src'), ...sourcesBelow('test')]
      .filter(({ path, text }) => !path.startsWith('src/cli') && awaits.test(text))
      .map(({ path }) => path);
    expect(wrong.filter((path) => !programs.includes(path))).deep.equal([]);
  });

  it('casts twice six times at most', () => {
    const casts = program.flatMap(({ path, text }) => [...text.matchAll(/ as unknown as /g)].map(() => path));
    expect(casts.length, casts.join(', ')).most(6);
  });

  it('says of each function and class that is exported what it promises', () => {
    const silent = sourcesBelow('src').flatMap(({ path, text }) =>
      [...text.matchAll(/(?<!\*\/\n)^export (?:async |abstract )?(?:function|class) (\w+)/gm)].map(
        ([, name]) => `${path}: ${name}`,
      ),
    );
    expect(silent).deep.equal([]);
  });
});
