import { built } from '../built.ts';
import { concurrent } from '../inProcess.ts';
import type { Row } from '../row.ts';
import { nthCertificate } from './certificate.ts';

/** What the seal adds to the cost of a certificate. */
export const sealedCertificate: Row = {
  n: 8,
  part: 'b',
  product: 'certificate as PDF, sealed',
  base: 'the same certificate without a seal',
  goal: { atMost: 1.5 },
  cost: 'time',
  open: async () => {
    const { makeCertificate } = await built<typeof import('../../../src/issuing/certificate/certificate.ts')>(
      'issuing/certificate/certificate.js',
    );
    const { demoAuthority } = await built<typeof import('../../../src/issuing/seal/demoAuthority.ts')>(
      'issuing/seal/demoAuthority.js',
    );
    const { openSealer } = await built<typeof import('../../../src/issuing/seal/openSealer.ts')>(
      'issuing/seal/openSealer.js',
    );
    const { sealPdf } =
      await built<typeof import('../../../src/issuing/seal/sealPdf.ts')>('issuing/seal/sealPdf.js');
    const { createdAt } = nthCertificate(0);
    const sealer = await openSealer(await demoAuthority(new Date(createdAt)), new Date(createdAt));
    const seal = { name: 'Made in ESS', timestamped: false };
    let n = 0;
    return {
      base: concurrent(1, async () => void (await makeCertificate(nthCertificate(++n)))),
      product: concurrent(
        1,
        async () => void (await sealPdf(await makeCertificate(nthCertificate(++n), { seal }), sealer)),
      ),
      close: async () => {},
    };
  },
};
