import { expect } from 'chai';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { verifiedFile } from '../../../src/web/verify/verifiedFile.view.ts';

const none = { number: null, revision: null, label: null } as const;

describe('web/verify, verifiedFile view', () => {
  it('shows what is not in order first, and names together what cannot be told or does not apply', () => {
    const view = verifiedFile(
      'a.json',
      {
        ...none,
        verdict: 'fails',
        checks: [
          { name: 'fileKnown', result: 'holds' },
          { name: 'seal', result: 'notThere' },
          { name: 'credential', result: 'fails', flaw: 'credentialChanged' },
          { name: 'issuerKey', result: 'unknown' },
          { name: 'status', result: 'unknown', flaw: 'statusListOld' },
          { name: 'period', result: 'unknown' },
        ],
      },
      createI18n().fr,
    );
    expect(view.checks.map(({ name, result }) => [name, result])).to.deep.equal([
      ['Attestation signée', 'fails'],
      ['Pas de révocation', 'unknown'],
      ['Fichier émis', 'holds'],
    ]);
    expect(view.untold).to.deep.equal(['Clé de l’émetteur', 'Période']);
    expect(view.notThere).to.deep.equal(['Sceau']);
  });
});
