import { expect } from 'chai';
import { loadSchemes } from '../../src/boot/loadSchemes.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import {
  type Certificate,
  certificateFaults,
  certificateOf,
  certificates,
  provenLevel,
} from '../../src/criteria/certificates.ts';

describe('certificates of others', () => {
  const remains = { fr: 'a', de: 'a', it: 'a', en: 'a' };
  const some = (id: string, ...shows: Certificate['shows']): Certificate => ({
    ...{ id, name: id, by: 'x', lookUp: 'https://x.example/', checkedUntil: '2027-11-30' },
    ...{ sources: ['https://x.example/'], shows },
  });

  it('name criteria that there are, and prove no level that figures give', async () => {
    const schemes = [...(await loadSchemes()).values()];
    expect(certificateFaults(certificates, schemes)).to.deep.equal([]);
    const wrong = [
      some('one', { criterion: 'FIN-09', remains }),
      some('one', { criterion: 'LUC-03', upTo: 2, remains }),
      some('two', { criterion: 'FIN-01', remains }, { criterion: 'FIN-01', upTo: 1, remains }),
    ];
    expect(certificateFaults(wrong, schemes)).to.deep.equal([
      'one stands twice in the list',
      'one names FIN-09, which no version has',
      'one proves a level of LUC-03, which figures give',
      'two names FIN-01 twice',
    ]);
  });

  it('prove a level until the day on which what they ask for was last looked up counts no more', () => {
    const esus = requireVisible(certificateOf('esus'));
    const level = (id: string, today: string) => provenLevel(esus, { id }, today);
    expect(level('FIN-01', esus.checkedUntil)).to.equal(2);
    expect(level('FIN-01', '2027-12-01')).to.equal(null);
    expect(level('LUC-04', '2026-12-01'), 'evidence to read').to.equal(null);
    expect(level('ENV-01', '2026-12-01'), 'about something else').to.equal(null);
  });
});
