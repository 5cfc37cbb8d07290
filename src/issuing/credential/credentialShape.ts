import * as z from 'zod';
import { credentialContexts } from '../../register/wallet/credentialContexts.ts';

/**
 * Shapes of what is issued, from the rules of Open Badges 3.0 as far as it is used here (docs/design/issuing.md#credential): collections
 * are arrays, values texts, times have a zone, kinds are of the enumeration or begin with `ext:`, and there is one status entry.
 * Terms that are not named here are refused, so that nothing unsaid is signed or believed.
 */
const text = z.string().min(1);
const address = z.url();
const instant = z.iso.datetime({ offset: true });
const only = <Type extends string>(type: Type) => z.tuple([z.literal(type)]);
const [credentials, openBadges, extensions] = credentialContexts;

const issuer = z.strictObject({
  id: z.string().startsWith('did:web:'),
  type: only('Profile'),
  name: text,
  url: address,
});

const identity = z.strictObject({
  type: z.literal('IdentityObject'),
  hashed: z.literal(false),
  identityHash: text,
  identityType: z.union([z.literal('name'), z.string().regex(/^ext:[A-Za-z]+$/)]),
});

const resultDescription = z.strictObject({
  id: address,
  type: only('ResultDescription'),
  name: text,
  resultType: z.literal('Percent'),
  valueMin: z.literal('0'),
  valueMax: z.literal('100'),
});

const subject = z.strictObject({
  id: address,
  type: only('AchievementSubject'),
  licenseNumber: text,
  narrative: text,
  identifier: z.array(identity).min(1),
  achievement: z.strictObject({
    id: address,
    type: only('Achievement'),
    achievementType: z.literal('Certification'),
    name: text,
    description: text,
    inLanguage: z.enum(['fr', 'de', 'it', 'en']),
    criteria: z.strictObject({ id: address, narrative: text }),
    resultDescription: z.array(resultDescription).min(1).optional(),
  }),
  result: z
    .array(
      z.strictObject({
        type: only('Result'),
        resultDescription: address,
        value: z.string().regex(/^(?:\d{1,2}|100)$/),
      }),
    )
    .min(1)
    .optional(),
});

const status = z
  .strictObject({
    id: address,
    type: z.literal('BitstringStatusListEntry'),
    statusPurpose: z.literal('revocation'),
    statusListIndex: z.string().regex(/^(?:0|[1-9]\d{0,5})$/),
    statusListCredential: address,
  })
  // The standard wants them apart (W3C Bitstring Status List 1.0, 2.1).
  .refine(({ id, statusListCredential }) => id !== statusListCredential, 'an entry is not its list');

const proof = z.tuple([
  z.strictObject({
    type: z.literal('DataIntegrityProof'),
    created: instant,
    verificationMethod: z.string().startsWith('did:web:'),
    cryptosuite: z.literal('eddsa-rdfc-2022'),
    proofPurpose: z.literal('assertionMethod'),
    proofValue: z.string().regex(/^z[1-9A-HJ-NP-Za-km-z]{80,90}$/),
  }),
]);

const labelPage = z.strictObject({ id: address, type: only('Evidence'), name: text });
const logged = labelPage.extend({ genre: z.literal('c2sp.org/tlog-proof@v1'), narrative: text });
/** The proof of the public log in a credential. */
export type LoggedEvidence = z.infer<typeof logged>;

/** A credential of a label before it is signed. */
export const credentialShape = z.strictObject({
  '@context': z.tuple([z.literal(credentials), z.literal(openBadges), z.literal(extensions)]),
  id: address,
  type: z.tuple([z.literal('VerifiableCredential'), z.literal('OpenBadgeCredential')]),
  name: text,
  issuer,
  validFrom: instant,
  validUntil: instant,
  awardedDate: instant,
  credentialSubject: subject,
  // Behind the page of the label, the proof that the public log has what is said here.
  evidence: z.union([z.tuple([labelPage]), z.tuple([labelPage, logged])]),
  credentialStatus: status,
  credentialSchema: z.tuple([
    z.strictObject({ id: address, type: z.literal('1EdTechJsonSchemaValidator2019') }),
  ]),
});
export type Credential = z.infer<typeof credentialShape>;

/** The same, signed. */
export const signedCredentialShape = credentialShape.extend({ proof });
export type SignedCredential = z.infer<typeof signedCredentialShape>;

/** A status list before it is signed (W3C Bitstring Status List 1.0, 2.2): one purpose, as both libraries compare it whole. */
export const statusListShape = z.strictObject({
  '@context': only(credentials),
  id: address,
  type: z.tuple([z.literal('VerifiableCredential'), z.literal('BitstringStatusListCredential')]),
  // The context of lists knows no more of an issuer.
  issuer: z.strictObject({ id: issuer.shape.id, name: text }),
  validFrom: instant,
  // Lists of before this was said are signed anew by the clock.
  validUntil: instant.optional(),
  credentialSubject: z.strictObject({
    id: address,
    type: z.literal('BitstringStatusList'),
    ttl: z.int().positive().optional(),
    statusPurpose: z.enum(['revocation', 'suspension']),
    encodedList: z.string().regex(/^u[\w-]+$/),
  }),
});
export type StatusListCredential = z.infer<typeof statusListShape>;

/** The same, signed. */
export const signedStatusListShape = statusListShape.extend({ proof });
