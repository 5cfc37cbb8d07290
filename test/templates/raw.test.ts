import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { nameOf, type Piece, piecesOf, readModule, sourcesBelow } from '../support/readSource.ts';

/** Where a module makes Html of a text without escaping it. */
function rawUses(file: string, source = readFileSync(file, 'utf8')): string[] {
  if (!source.includes('/html.ts')) return [];
  const { program, imports, text } = readModule(file, source);
  const own = (program.body as Piece[]).filter(({ type }) => type !== 'ImportDeclaration');
  const uses = [...piecesOf(own)].filter((piece) => {
    const used = imports.get(nameOf(piece.type === 'NewExpression' ? piece.callee : piece) ?? '')?.name;
    return used === (piece.type === 'NewExpression' ? 'Html' : 'raw');
  });
  const indirect = text.match(/(?:\* as \w+|export [^;]*?) from '[^']*\/html\.ts'/g) ?? [];
  return [...uses.map(({ start }) => text.slice(start, text.indexOf('}', start))), ...indirect];
}

describe('text that a page writes without escaping it', () => {
  it('is the JSON of two pages and the diagram of a third', () => {
    const files = [...sourcesBelow('templates'), ...sourcesBelow('src')].filter(
      (file) => file !== 'templates/html.ts',
    );
    const found = files.map((file) => [file, rawUses(file)] as const).filter(([, uses]) => uses.length > 0);
    expect(Object.fromEntries(found)).to.deep.equal({
      'templates/pages/register/label.ts': ['raw(data)'],
      'templates/pages/site/api.ts': ['raw(data)'],
      'templates/pages/site/howRules.ts': ['raw(diagram)'],
    });
  });

  it('is found when raw is renamed, passed as a function or re-exported', () => {
    const files = {
      "import { raw as safe } from '../html.ts';\nhtml`${safe(a)}`;": ['safe(a)'],
      "import { raw } from '../html.ts';\nhtml`${texts.map(raw)}`;": ['raw)'],
      "import { Html } from '../html.ts';\nhtml`${new Html(a)}`;": ['new Html(a)'],
      "import * as all from '../html.ts';": ["* as all from '../html.ts'"],
      "export { raw } from '../html.ts';": ["export { raw } from '../html.ts'"],
      "import { type Html, html } from '../html.ts';\nexport const a: Html = html`${sharp().raw()}`;": [],
    };
    for (const [source, uses] of Object.entries(files))
      expect(rawUses('templates/pages/a.ts', source), source).to.deep.equal(uses);
  });
});
