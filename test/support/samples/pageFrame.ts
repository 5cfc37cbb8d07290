import type { Translator } from '../../../src/i18n/i18n.ts';
import type { Frame } from '../../../templates/frame.ts';

/** What a page is given beside its view when somebody who is not signed in opens it. */
export function pageFrame({ language, ...words }: Translator): Frame {
  return {
    ...words,
    lang: language,
    label: {
      id: 'made-in-ess',
      name: 'Made in ESS',
      example: 'MIE-26-00042-D',
      colour: '#0b4f54',
      mark: [],
      hasLocalCurrency: true,
      binding: { code: 'fr', name: 'Français' },
    },
    asset: (name) => `/assets/${name}`,
    languages: [],
    here: '/',
    publicUrl: 'https://label.example',
    hasMailbox: false,
    hasClock: false,
    movedTo: null,
    specimen: false,
    demonstration: null,
    asker: null,
    doors: [],
    waiting: 0,
    isPrivate: false,
    weak: false,
    list: null,
    unscanned: false,
    csrf: '',
    nonce: '',
  };
}
