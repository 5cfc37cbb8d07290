import type { Translator } from '../../../src/i18n/i18n.ts';
import type { Frame } from '../../../templates/frame.ts';

/** What a page is given beside its view when somebody who is not signed in opens it. */
export function pageFrame({ language, t, has, time, locale, reviewed }: Translator): Frame {
  return {
    ...{ lang: language, t, has, time, locale, reviewed },
    asset: (name) => `/assets/${name}`,
    languages: [],
    here: '/',
    publicUrl: 'https://label.example',
    hasMailbox: false,
    specimen: false,
    asker: null,
    doors: [],
    isPrivate: false,
    weak: false,
    unscanned: false,
    csrf: '',
    nonce: '',
  };
}
