import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contexts } from '@digitalbazaar/credentials-context';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import jsonld from 'jsonld';
import { languages } from '../../src/criteria/scheme.ts';
import { buildConformity } from '../../src/issuing/conformity/buildConformity.ts';
import { conformityContexts } from '../../src/issuing/conformity/conformityShape.ts';
import { sampleConformity, samplePaper } from '../issuing/credential/credentialSample.ts';

/**
 * Folder with two files of `data-models/untp-dcc/artefacts` of uncefact/spec-untp at v0.6.1 (GPL-3.0, so they are not kept here):
 * `untp-dcc-schema.json` and `context.jsonld`.
 */
const folder = process.env.UNTP_FILES;

describe('UNTP', () => {
  before(function () {
    if (folder !== undefined) return;
    console.log('UNTP_FILES names no folder with schema and context of the UNTP: not checked against them.');
    this.skip();
  });

  const file = (name: string) => JSON.parse(readFileSync(join(folder ?? '', name), 'utf8'));

  it('takes conformity credentials in every language, of no offer, one and fifty', async () => {
    const isValid = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false }).compile(
      file('untp-dcc-schema.json'),
    );
    const [credentials, untp] = conformityContexts;
    const known = new Map<string, object>([...contexts, [untp, file('context.jsonld')]]);
    expect(known.has(credentials)).to.equal(true);
    const documentLoader = async (url: string) => {
      const document = known.get(url);
      if (!document) throw new Error(`${url} is not among the files`);
      return { contextUrl: null, documentUrl: url, document };
    };
    for (const language of languages) {
      for (const count of [0, 1, 50]) {
        const offers = Array.from({ length: count }, (_, n) => ({ id: `OFFRE${n}`, name: `Pain n° ${n}` }));
        const conformity = sampleConformity(offers, language);
        const built = buildConformity({ credential: samplePaper({ language }), conformity }, 'ab'.repeat(32));
        expect(isValid(built), JSON.stringify(isValid.errors)).to.equal(true);
        // As triples: a term that neither context defines fails.
        expect(await jsonld.toRDF(built, { safe: true, documentLoader })).to.have.length.above(100);
      }
    }
  });
});
