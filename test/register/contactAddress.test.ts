import { expect } from 'chai';
import { contactAddress } from '../../src/register/siteIn.ts';

describe('a way to reach somebody', () => {
  const reached = {
    'pain@exemple.ch': 'mailto:pain@exemple.ch',
    'mailto:pain@exemple.ch': 'mailto:pain@exemple.ch',
    'https://exemple.ch/commander?x=1': 'https://exemple.ch/commander?x=1',
    'exemple.ch/commander': 'https://exemple.ch/commander',
  };
  for (const [text, address] of Object.entries(reached))
    it(`is ${text}`, () => expect(contactAddress(text)).to.equal(address));

  for (const text of [
    ...[
      '',
      'demandez au comptoir',
      '022 123 45 67',
      'javascript:alert(1)',
      'data:text/html,x',
      '//exemple.ch',
    ],
    ...['pain@exemple', 'pain@exemple.ch?bcc=tous@exemple.ch', 'pain@exemple.ch,deux@exemple.ch'],
    ...['https://nom:secret@exemple.ch/', 'https://exemple.ch@autre.example/', 'ftp://exemple.ch/'],
  ])
    it(`is not «${text}»`, () => expect(contactAddress(text)).to.equal(null));
});
