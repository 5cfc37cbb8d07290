import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readYaml } from '../src/parseYaml.ts';
import { procedureShape } from '../src/policies/procedure.ts';

const published = 'criteria/made-in-ess/procedure.yaml';

describe('readYaml', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'procedure-'));
  });
  after(() => rm(folder, { recursive: true }));

  /** What is said of the published rules with one line of them changed; empty when they are taken. */
  async function faultOf(line: string, changed: string): Promise<string> {
    const text = await readFile(published, 'utf8');
    expect(text).to.contain(line);
    const file = join(folder, 'procedure.yaml');
    await writeFile(file, text.replace(line, changed));
    try {
      readYaml(file, procedureShape);
      return '';
    } catch (error) {
      return String(error);
    }
  }

  it('reads the procedure for files', () => {
    const procedure = readYaml(published, procedureShape);
    expect(procedure.pair).to.deep.equal({ peers: 1, others: 1 });
    expect(procedure).to.include({
      admissionMonths: 12,
      evidenceMonths: 24,
      reviewDays: 30,
      castingVote: 'chair',
    });
  });

  it('names what is invalid', async () => {
    expect(await faultOf('castingVote: chair', 'castingVote: dice')).to.contain('castingVote');
    expect(await faultOf('admissionMonths: 12', 'admissionMonths: 0')).to.contain('admissionMonths');
    expect(await faultOf('nextCandidate: true', 'nextCandidate: maybe')).to.contain('nextCandidate');
    expect(await faultOf('  panel: 3', '  panel: 0')).to.contain('panel');
    expect(await faultOf('evidenceMonths: 24', 'evidenceMonths: 0')).to.contain('evidenceMonths');
    expect(await faultOf('reviewDays: 30', 'reviewsDays: 30')).to.contain('reviewDays');
  });
});
