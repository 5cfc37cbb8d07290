import { expect } from 'chai';
import { compareSchemes } from '../../../src/criteria/compare.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { schemeChanges } from '../../../src/web/label/schemeChanges.view.ts';
import { realScheme } from '../../support/samples/realScheme.ts';

const [before, after] = [realScheme('1.0.0'), realScheme('1.1.0')];
const changes = compareSchemes(before, after);

describe('web/label/schemeChanges', () => {
  it('names each part by its title, and each field of a version by a word of every language', () => {
    const i18n = createI18n();
    const { facts, themes, criteria, exclusions, glossary, id: _, ...rules } = after.scheme;
    const texts = languages.map((language) => after.texts[language]);
    const lists = [facts, themes, criteria, exclusions, glossary].flat();
    const worded = texts.flatMap((text) =>
      [text.facts, text.themes, text.criteria, text.exclusions, text.glossary].flatMap(Object.values),
    );
    const keys = new Set([rules, ...lists, ...worded].flatMap(Object.keys));
    for (const own of ['id', 'version', 'status', 'opensOn']) keys.delete(own);
    for (const language of languages)
      for (const key of keys)
        expect(i18n[language].has(`changePack.field.${key}`), `${language} ${key}`).to.equal(true);
    const { data } = schemeChanges(changes, [before, after], i18n.fr);
    expect(data.find(({ name }) => name.startsWith('FIN-02'))).to.include({
      name: `FIN-02 · ${after.texts.fr.criteria['FIN-02']?.title}`,
      field: 'Sans objet',
    });
    const gone = data.find(({ kind, name }) => kind === 'removed' && name.startsWith('ENV-02'));
    expect(gone?.name).to.equal(`ENV-02 · ${before.texts.fr.criteria['ENV-02']?.title}`);
    expect(data.find(({ field }) => field === 'Calcul')?.detail).to.equal('formule');
  });

  it('says which number of a field differs, and its rule, in words of every language', () => {
    const i18n = createI18n();
    for (const language of languages)
      for (const { field, detail, before: was, after: is } of schemeChanges(
        changes,
        [before, after],
        i18n[language],
      ).data) {
        expect(detail, language).to.not.match(/[.]|[a-z][A-Z]/);
        expect(`${was} ${is}`, `${language} ${field}`).to.not.match(
          /\b[FO]\d\d\b|max\(|\bwhen\b|\blevels\b(?! \d)|\btrue\b|\bfalse\b|[<>]=|cycle/,
        );
      }
    const { data } = schemeChanges(changes, [before, after], i18n.fr);
    const rules = data.filter(({ name, field }) => name.startsWith('LUC-02') && field === 'Calcul');
    expect(rules.map(({ detail, after: is }) => [detail, is.split('«')[0]?.trim()])).to.deep.equal([
      ['formule', 'le plus haut de ('],
      ['sans donnée, chiffre', ''],
      ['sans donnée, niveaux', ''],
      ['cas particuliers', 'si le plus haut de ('],
    ]);
  });

  it('shows the wording of the reader’s language alone, and nothing that says only which version it is', () => {
    const { data, wording } = schemeChanges(changes, [before, after], createI18n().de);
    expect(wording).to.have.length(changes.filter(({ what }) => what.startsWith('text.de')).length);
    expect(data.map(({ field }) => field)).to.not.include.members(['version']);
  });
});
