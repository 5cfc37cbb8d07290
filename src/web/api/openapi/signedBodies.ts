import { credentialTypes } from '../../register/labelForms.ts';
import { signedAnswer } from '../../schemas/proof.ts';
import type { Bodies } from './operation.ts';

/** A signed document under each name by which verifiers ask for it. */
export const signedBodies: Bodies = Object.fromEntries(credentialTypes.map((type) => [type, signedAnswer]));
