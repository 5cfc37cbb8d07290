import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { probe } from '../../../../src/storage/database/obtain/probe.ts';
import { testFolder } from '../../../support/run/folders.ts';
import { script } from '../../../support/servers/fakeMongod.ts';

async function faultOf(body: string): Promise<string> {
  const binary = await script(join(await testFolder(), 'mongod'), body);
  return probe(binary).then(
    () => expect.fail('the binary was taken'),
    (error: Error) => error.message.replace(binary, 'mongod'),
  );
}

describe('probe', () => {
  it('names a missing shared library and the package that brings it, in any locale', async () => {
    const says = 'mongod : erreur : libcurl.so.4: ne peut ouvrir le fichier';
    expect(await faultOf(`echo "${says}" >&2; exit 127`)).to.equal(
      'mongod does not start: the shared library libcurl.so.4 is missing; it comes with libcurl4 on Debian and Ubuntu, libcurl on Fedora and Red Hat',
    );
  });

  it('names a library it knows no package for', async () => {
    const says = 'mongod: error while loading shared libraries: libodd.so.9: cannot open shared object file';
    expect(await faultOf(`echo "${says}" >&2; exit 127`)).to.equal(
      'mongod does not start: the shared library libodd.so.9 is missing',
    );
  });

  it('detects an old C library by the required version', async () => {
    const says =
      "mongod: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by mongod)";
    expect(await faultOf(`cat >&2 <<'END'\n${says}\nEND\nexit 1`)).to.equal(
      'mongod does not start: it needs glibc 2.34 or newer',
    );
  });

  it('distinguishes a missing binary from one that does not answer', async () => {
    expect(await faultOf('exit 3')).to.equal('mongod does not start: no message');
    const error = await probe('/nowhere/mongod').catch((thrown: Error) => thrown);
    expect(error)
      .to.be.an('error')
      .with.property('message', '/nowhere/mongod is not there or may not be executed');
  });

  it('detects a binary for another system', async () => {
    const binary = await script(join(await testFolder(), 'mongod'), '');
    await writeFile(binary, '#!/nowhere/loader\n');
    const error = await probe(binary).catch((thrown: Error) => thrown);
    expect(error).to.be.an('error').with.property('message', `${binary} is built for another kind of system`);
  });
});
