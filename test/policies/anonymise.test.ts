import { expect } from 'chai';
import fc from 'fast-check';
import { anonymise, type Names } from '../../src/policies/anonymise.ts';

const common = new Set(['ensemble', 'la', 'ferme', 'le', 'pain', 'rose', 'a', 'et', 'pour']);
const of = (names: Partial<Names>): Names => ({ organisation: [], offer: [], person: [], ...names });
const told = (text: string, names: Partial<Names>) => anonymise(text, of(names), common);

describe('anonymise', () => {
  it('hides a name regardless of capitals, accents, apostrophes, dashes and spaces', () => {
    const names = { organisation: ['Coopérative L’Élan du Rhône-Sud'] };
    for (const typed of [
      'Coopérative L’Élan du Rhône-Sud',
      "cooperative l'elan du rhone-sud",
      'COOPÉRATIVE L’ÉLAN DU RHÔNE‑SUD',
      'Coope\u0301rative  L’E\u0301lan\u00a0du Rhône–Sud',
    ]) {
      expect(told(`Le but de ${typed}, par écrit.`, names), typed).to.equal(
        'Le but de ⟦organisation⟧, par écrit.',
      );
    }
  });

  it('hides every name of a file by its role, the longest first', () => {
    const names = {
      organisation: ['Trois Tours', 'Boulangerie des Trois Tours'],
      offer: ['Pain des Trois Tours'],
      person: ['Amina Perret-Gonin'],
    };
    const text =
      'La Boulangerie des Trois Tours vend le pain des trois tours. Mme Perret-Gonin (Amina) et TROIS TOURS. PERRET signe.';
    expect(told(text, names)).to.equal(
      'La ⟦organisation⟧ vend le ⟦offer⟧. Mme ⟦person⟧-⟦person⟧ (⟦person⟧) et ⟦organisation⟧. ⟦person⟧ signe.',
    );
    expect(told('amina perret-gonin signe', names)).to.equal('⟦person⟧ signe');
  });

  it('leaves the inside of words alone', () => {
    expect(told('Le format du fortin, Fort Fortuné.', { organisation: ['Fort'] })).to.equal(
      'Le format du fortin, ⟦organisation⟧ Fortuné.',
    );
    expect(told('œuvre oeuvres cœur', { organisation: ['Oeuv', 'Coe'] })).to.equal('œuvre oeuvres cœur');
  });

  it('keeps a common word that is also a name, unless it is written as the name', () => {
    const text =
      'Ils décident ensemble. L’association Ensemble le dit ; ENSEMBLE aussi, et une rose pour la ferme.';
    expect(told(text, { organisation: ['Ensemble', 'La Ferme'], person: ['Rose Et'] })).to.equal(
      'Ils décident ensemble. L’association ⟦organisation⟧ le dit ; ⟦organisation⟧ aussi, et une rose pour la ferme.',
    );
    const short = { organisation: ['Oui', 'A', 'À', ''], person: ['B', 'Li'] };
    expect(told('Oui, a dit B. à A : oui, li, Li.', short)).to.equal(
      '⟦organisation⟧, a dit B. à A : oui, li, ⟦person⟧.',
    );
  });

  it('treats special characters in a name literally', () => {
    for (const name of ['A.C. (Genève) [2]', '.*', '$&$1', '^a|b$', 'C++', '\\d{3}', 'Éco-[x', '⟦person⟧']) {
      expect(told(`Avant ${name}, après abc 123.`, { organisation: [name] }), name).to.be.oneOf([
        'Avant ⟦organisation⟧, après abc 123.',
        // Nothing in it is a letter, or but one.
        ...(/\p{L}.*\p{L}/u.test(name) ? [] : [`Avant ${name}, après abc 123.`]),
      ]);
    }
  });

  it('hides addresses of mail and web', () => {
    expect(told('Voir www.elan.example/a?b ou amina.p@elan.example.', {})).to.equal(
      'Voir ⟦organisation⟧ ou ⟦person⟧.',
    );
  });

  it('leaves a text without names unchanged, and no long name in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const clean = text.replaceAll(/[@.:]/g, '');
        expect(anonymise(clean, of({}), common)).to.equal(clean);
      }),
    );
    const name = fc.stringMatching(/^[a-zé]{5,12}$/);
    fc.assert(
      fc.property(name, fc.lorem(), fc.lorem(), (hidden, before, after) => {
        const result = told(`${before} ${hidden.toUpperCase()} ${after}`, { organisation: [hidden] });
        expect(` ${result} `).not.to.include(` ${hidden.toUpperCase()} `);
        expect(result).to.include('⟦organisation⟧');
      }),
    );
  });
});
