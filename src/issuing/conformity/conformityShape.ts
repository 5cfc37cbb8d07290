import * as z from 'zod';
import { conformityTopics } from '../../criteria/conformityTopic.ts';
import { assessorLevels } from '../../profile/profileShape.ts';
import { credentialShape } from '../credential/credentialShape.ts';

/** Contexts of a conformity credential, in their order: the release of the UNTP that it is written by is in the second. */
export const conformityContexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://test.uncefact.org/vocabulary/untp/dcc/0.6.1/',
] as const;

/**
 * The shape of a conformity credential, from the schema of the UNTP 0.6.1 as far as it is used here
 * (docs/design/issuing.md#conformity-credential). Terms that are not named here are refused, so that nothing unsaid is signed or believed.
 */
const text = z.string().min(1);
const address = z.url();
const topic = z.enum(conformityTopics);
const [credentials, untp] = conformityContexts;
const { id, name, validFrom, validUntil, credentialStatus } = credentialShape.shape;

const idScheme = z.strictObject({ type: z.tuple([z.literal('IdentifierScheme')]), id: address, name: text });
const party = z.strictObject({
  id: address,
  name: text,
  registeredId: text.optional(),
  idScheme: idScheme.optional(),
});

const criterion = z.strictObject({
  type: z.tuple([z.literal('Criterion')]),
  id: address,
  name: text,
  description: text,
  conformityTopic: topic,
  status: z.literal('active'),
  performanceLevel: text.optional(),
});

const product = z.strictObject({
  product: z.strictObject({ id: address, name: text, registeredId: text, idScheme }),
  IDverifiedByCAB: z.literal(true),
});

const assessment = z.strictObject({
  type: z.tuple([z.literal('ConformityAssessment'), z.literal('Declaration')]),
  id: address,
  name: text,
  referenceStandard: z.strictObject({
    type: z.tuple([z.literal('Standard')]),
    id: address,
    name: text,
    issuingParty: party,
  }),
  assessmentCriteria: z.array(criterion).min(1),
  conformance: z.literal(true),
  conformityTopic: topic,
  assessedProduct: z.array(product).min(1).optional(),
  assessedOrganisation: party.optional(),
});

/** A conformity credential as it stands in its token (VC JOSE COSE, 3.1.1: the claims are the credential itself). */
export const conformityShape = z.strictObject({
  '@context': z.tuple([z.literal(credentials), z.literal(untp)]),
  id,
  type: z.tuple([z.literal('DigitalConformityCredential'), z.literal('VerifiableCredential')]),
  name,
  issuer: z.strictObject({
    type: z.tuple([z.literal('CredentialIssuer')]),
    id: credentialShape.shape.issuer.shape.id,
    name: text,
  }),
  validFrom,
  validUntil,
  credentialStatus,
  credentialSubject: z.strictObject({
    type: z.tuple([z.literal('ConformityAttestation'), z.literal('Attestation')]),
    id: address,
    name: text,
    description: text,
    assessorLevel: z.enum(assessorLevels),
    assessmentLevel: z.literal('Unspecified'),
    attestationType: z.literal('certification'),
    issuedToParty: party,
    conformityCertificate: z.strictObject({
      linkURL: address,
      linkName: text,
      hashDigest: z.string().regex(/^[0-9a-f]{64}$/),
      hashMethod: z.literal('SHA-256'),
      encryptionMethod: z.literal('none'),
    }),
    assessment: z.array(assessment).min(1),
  }),
});
export type Conformity = z.infer<typeof conformityShape>;
