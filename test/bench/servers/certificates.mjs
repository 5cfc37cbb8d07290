import { makeCertificate } from '../../../dist/modules/src/issuing/certificate/certificate.js';
import { nthCertificate } from '../rows/certificate.ts';

// Makes so many certificates, and says what it holds of memory over the first and the last tenth of them. Each look
// follows a collection: what waits to be collected says nothing of what is kept.
const certificates = Number(process.argv[2]);
const samples = [];
for (let n = 1; n <= certificates; n += 1) {
  await makeCertificate(nthCertificate(n));
  if (n % 100 !== 0) continue;
  gc();
  const { heapUsed, external } = process.memoryUsage();
  samples.push(heapUsed + external);
}
const tenth = Math.ceil(samples.length / 10);
const mean = (some) => some.reduce((sum, one) => sum + one, 0) / some.length;
process.send({ first: mean(samples.slice(0, tenth)), last: mean(samples.slice(-tenth)) });
process.disconnect();
