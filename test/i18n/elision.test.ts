import { expect } from 'chai';
import type { Language } from '../../src/criteria/scheme.ts';
import { elisionOf } from '../../src/i18n/elision.ts';
import { createI18n } from '../../src/i18n/i18n.ts';
import { languages } from '../../src/profile/profile.ts';

const french: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'La demande de {x}.': {
    Atelier: 'La demande d’Atelier.',
    atelier: 'La demande d’atelier.',
    ATELIER: 'La demande d’ATELIER.',
    'Épicerie Spécimen': 'La demande d’Épicerie Spécimen.',
    'E\u0301picerie': 'La demande d’E\u0301picerie.',
    Îlot: 'La demande d’Îlot.',
    'À table': 'La demande d’À table.',
    Œuvre: 'La demande d’Œuvre.',
    Yverdon: 'La demande d’Yverdon.',
    Yourte: 'La demande de Yourte.',
    Ionesco: 'La demande de Ionesco.',
    'Onze voix': 'La demande de Onze voix.',
    Oui: 'La demande de Oui.',
    'Oui à la Rade': 'La demande de Oui à la Rade.',
    Ouistiti: 'La demande d’Ouistiti.',
    'Habitat Spécimen': 'La demande de Habitat Spécimen.',
    'Haricot vert': 'La demande de Haricot vert.',
    'Coop Spécimen': 'La demande de Coop Spécimen.',
    'Les Amis de Anna': 'La demande de Les Amis de Anna.',
    'Amis de Anna': 'La demande d’Amis de Anna.',
    '8 mains': 'La demande de 8 mains.',
    '1001 idées': 'La demande de 1001 idées.',
    '«\u00a0Atelier\u00a0»': 'La demande d’«\u00a0Atelier\u00a0».',
    '“Atelier”': 'La demande d’“Atelier”.',
    '(Re)cycle': 'La demande de (Re)cycle.',
    '': 'La demande de .',
  },
  'De {x}, dit-on.': { Alpina: 'D’Alpina, dit-on.', Bois: 'De Bois, dit-on.' },
  'Nous attendons que {x} réponde.': {
    Alpina: 'Nous attendons qu’Alpina réponde.',
    Bois: 'Nous attendons que Bois réponde.',
  },
  'Le code {x}': { Alpina: 'Le code Alpina' },
  'à {x}': { Alpina: 'à Alpina' },
};

const italian: typeof french = {
  'La domanda di {x}.': {
    Insieme: 'La domanda d’Insieme.',
    Atelier: 'La domanda di Atelier.',
    'Bottega di Ida': 'La domanda di Bottega di Ida.',
    '8 mani': 'La domanda di 8 mani.',
  },
  'Scrivete a {x}.': {
    Anna: 'Scrivete ad Anna.',
    'À la page': 'Scrivete ad À la page.',
    Elena: 'Scrivete a Elena.',
    '«Anna»': 'Scrivete ad «Anna».',
  },
  '{y} e {x}': { Elena: 'Uno ed Elena', Étoile: 'Uno ed Étoile', Anna: 'Uno e Anna' },
  'entro il {x}': { '8 gennaio 2027': 'entro l’8 gennaio 2027', '18 gennaio': 'entro il 18 gennaio' },
  'fino al {x}': { '11 marzo': 'fino all’11 marzo', '1º marzo': 'fino al 1º marzo', '8 %': 'fino al 8 %' },
  'dal {x}': { '8 maggio': 'dall’8 maggio' },
  'termine del {x}': { '11 maggio': 'termine dell’11 maggio' },
};

const tables: Partial<Record<Language, typeof french>> = { fr: french, it: italian };

describe('short words before a value', () => {
  for (const language of languages) {
    const elision = elisionOf(language);
    for (const [message, values] of Object.entries(tables[language] ?? {}))
      for (const [value, text] of Object.entries(values))
        it(`say in ${language} "${text}"`, () => {
          const filled = elision?.mark(message).replace('{x}', value).replace('{y}', 'Uno');
          expect(elision?.elide(filled ?? '')).to.equal(text);
        });
  }

  it('stay as they are in German and English', () => {
    expect([elisionOf('de'), elisionOf('en')]).to.deep.equal([null, null]);
  });

  it('are elided in every branch of a message, and in no text of a person', () => {
    const i18n = createI18n();
    const names = { organisation: 'Amis de Anna', complaint: 'S-1', dueAt: '8 mai 2027' };
    const about = (language: Language) => i18n[language].tOf('letters.applicationSubmitted.text.0', names);
    expect(about('fr')).to.include('demande d’Amis de Anna. Gardez');
    expect(about('it')).to.include('di Amis de Anna');
    expect(about('de')).to.include('von Amis de Anna');
  });

  it('leave no mark in any text', () => {
    for (const language of languages) {
      const elision = elisionOf(language);
      expect(elision?.elide(elision.mark('de {x} que {y} di {z} a {x}')) ?? '').to.not.include('\ue000');
    }
  });
});
