import * as z from 'zod';
import { languages } from '../../criteria/scheme.ts';
import { labelNumber as numberOf } from '../../register/number.ts';

/** A number as someone types or scans it: case, spaces, dashes and look-alikes are forgiven. */
export const numberPart = { number: z.string().meta({ example: numberOf(2026, 42) }) };
export const offerPart = { offer: z.string().meta({ example: 'OFFER1' }) };
export const certificatePart = { certificate: z.string() };
export const photoPart = { ...numberPart, file: z.string() };
export const revisionPart = { ...numberPart, revision: z.string().regex(/^[1-9]\d*$/) };
export const listPart = { list: z.string().regex(/^(revocation|suspension)-([1-9]\d{0,5})$/) };
export const versionPart = { version: z.string().meta({ example: '1.0.0' }) };
export const themePart = { theme: z.string().meta({ example: 'FIN' }) };
export const criterionPart = { criterion: z.string().meta({ example: 'FIN-01' }) };
export const languagePart = { language: z.enum(languages) };

/** The keys of the issuer (did:web). */
export const didAnswer = z
  .object({
    '@context': z.array(z.string()),
    id: z.string(),
    verificationMethod: z.array(
      z.union([
        z.object({
          id: z.string(),
          type: z.literal('Multikey'),
          controller: z.string(),
          publicKeyMultibase: z.string(),
        }),
        z.object({
          id: z.string(),
          type: z.literal('JsonWebKey'),
          controller: z.string(),
          publicKeyJwk: z.object({
            kty: z.literal('EC'),
            crv: z.literal('P-256'),
            x: z.string(),
            y: z.string(),
          }),
        }),
        // A seal of PDF files: its key, and its certificate with those that it leads to (RFC 7517, 4.7).
        z.object({
          id: z.string(),
          type: z.literal('JsonWebKey'),
          controller: z.string(),
          publicKeyJwk: z.looseObject({ kty: z.enum(['RSA', 'EC']), x5c: z.array(z.string()).min(1) }),
        }),
      ]),
    ),
    assertionMethod: z.array(z.string()),
  })
  .meta({ id: 'DidDocument' });

/** A signed credential: its shape is that of its own standards, and must not be changed on the way. */
export const signedAnswer = z
  .looseObject({ '@context': z.array(z.string()), type: z.array(z.string()) })
  .meta({ id: 'SignedCredential' });
