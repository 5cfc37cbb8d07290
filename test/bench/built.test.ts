import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.m?[jt]s$/.test(name),
);

describe('bench', () => {
  it('names only modules that exist, although the compiler does not check their paths', () => {
    const named = files.flatMap((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      const built = [...text.matchAll(/built<[^;]*?>\(\s*'([^']+)\.js',?\s*\)/g)].map(
        ([, path]) => `src/${path}`,
      );
      const imported = [...text.matchAll(/from '[./]+dist\/modules\/([^']+)\.js'/g)].map(
        ([, path]) => `${path}`,
      );
      return [...built, ...imported];
    });
    expect(named).lengthOf.above(20);
    const missing = named.filter((path) => !existsSync(new URL(`../../${path}.ts`, folder)));
    expect(missing).deep.equal([]);
  });
});
