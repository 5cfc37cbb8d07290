import { createHash, randomBytes } from 'node:crypto';
import { expect } from 'chai';
import type { Files } from '../../../src/commands/ports/filePorts.ts';
import { createFiles } from '../../../src/storage/database/createFiles.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('storage/createFiles', () => {
  let service: TestService;
  let files: Files;
  before(async () => {
    service = await testService('files');
    files = createFiles(service.connection);
  });
  after(() => service.stop());

  it('returns the same bytes by digest, also larger than one chunk', async () => {
    const bytes = randomBytes(700_000);
    const digest = await files.save(bytes, 'application/pdf');
    expect(digest).to.equal(createHash('sha256').update(bytes).digest('hex'));
    const read = await files.read(digest);
    expect(read?.contentType).to.equal('application/pdf');
    expect(read?.bytes.equals(bytes)).to.equal(true);
  });

  it('stores the same bytes once, also under concurrent saves', async () => {
    const bytes = randomBytes(300_000);
    const digests = await Promise.all(Array.from({ length: 8 }, () => files.save(bytes, 'image/png')));
    expect(new Set(digests).size).to.equal(1);
    const kept = await service.connection.collection('fs.files').find({ filename: digests[0] }).toArray();
    expect(kept).to.have.length(1);
    const chunks = await service.connection.collection('fs.chunks').distinct('files_id');
    const known = await service.connection.collection('fs.files').distinct('_id');
    expect(chunks.map(String).sort()).to.deep.equal(known.map(String).sort());
  });

  it('does not find a file by another name', async () => {
    expect(await files.read('0'.repeat(64))).to.equal(null);
  });
});
