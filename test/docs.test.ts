import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { definitionOf } from '../src/workflow/definition.ts';
import { machineNames } from './workflow/support/walk.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The files of the repository that people write, by the ends of their names. */
function written(...ends: readonly string[]): string[] {
  const below = ['src', 'templates', 'test', 'criteria', 'docs'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const top = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'package.json', 'knip.json', 'biome.json'];
  return [...top, ...below].filter(
    (path) => ends.some((end) => path.endsWith(end)) && !path.endsWith('messages.d.ts'),
  );
}

/** The names by which the headings of a page are linked to, as GitHub makes them. */
function headingsOf(path: string): string[] {
  const text = read(path).replaceAll(/^```.*?^```/gms, '');
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Whether a path from the root leads to something, and its heading too where one is named. */
function leadsSomewhere(target: string): boolean {
  const [path = '', heading] = target.split('#');
  return existsSync(join(root, path)) && (heading === undefined || headingsOf(path).includes(heading));
}

/** A page without the steps of recipes, which make files; test/contributing.test.ts follows them. */
function withoutSteps(page: string): string {
  return page.replaceAll(/^`[^`]+`, (?:new|at|before|after|in place).*:$/gm, '');
}

describe('docs', () => {
  it('has every page and heading that a comment cites, by full path', () => {
    const wrong = written('.ts', '.scss', '.yaml').flatMap((file) => {
      const text = read(file);
      const cited = [...text.matchAll(/docs\/[\w./-]+?\.md(?:#[\w-]+)?/g)].map(([target]) => target);
      const bare = [...text.matchAll(/(?<![\w/.`-])(?:product|workflow|issuing|experience|platform)\.md/g)];
      return [...cited.filter((target) => !leadsSomewhere(target)), ...bare.map(([name]) => name)].map(
        (target) => `${file}: ${target}`,
      );
    });
    expect(wrong).deep.equal([]);
  });

  it('has everything that a page links to', () => {
    const wrong = written('.md').flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)]
        .map(([, target = '']) =>
          target.startsWith('#') ? `${file}${target}` : relative('', join(dirname(file), target)),
        )
        .filter((target) => !leadsSomewhere(target))
        .map((target) => `${file}: ${target}`),
    );
    expect(wrong).deep.equal([]);
  });

  it('has every file that a page of it names in backticks', () => {
    const wrong = written('.md')
      .filter((file) => !/^Replaced by/m.test(read(file)))
      .flatMap((file) =>
        [...withoutSteps(read(file)).matchAll(/`((?:src|test|templates|criteria|docs|\.ci)\/[\w./-]*)`/g)]
          .map(([, path = '']) => path)
          .filter(
            (path) =>
              !existsSync(join(root, path)) ||
              (path.endsWith('/') && !statSync(join(root, path)).isDirectory()),
          )
          .map((path) => `${file}: ${path}`),
      );
    expect(wrong).deep.equal([]);
  });

  for (const name of machineNames) {
    it(`describes every state and event of the machine ${name}, and no other`, () => {
      const sections = read('docs/design/workflow.md').split(/^## /m);
      const titles = name === 'application' ? ['Application', 'Events of an application'] : [name];
      const text = sections
        .filter((section) =>
          titles.some((title) => section.toLowerCase().startsWith(`${title.toLowerCase()}\n`)),
        )
        .join('\n');
      const { states } = definitionOf(name);
      const events = Object.values(states).flatMap(({ on }) => Object.keys(on));
      const words = [...text.matchAll(/\w+/g)].map(([word]) => word);
      expect(words, 'states').include.members(Object.keys(states));
      expect(words, 'events').include.members(events);
      const drawn = [...text.matchAll(/─([\w| ]+)→ *(\w+)/g)];
      expect(drawn).not.empty;
      expect(events).include.members(drawn.flatMap(([, event = '']) => event.split(' | ')));
    });
  }
});
