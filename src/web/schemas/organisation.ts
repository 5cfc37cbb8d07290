import * as z from 'zod';
import { address } from './label.ts';
import { lookedUpLabelAnswer } from './lookUp.ts';

/** The last part of what a credential says its subject is. */
export const organisationPart = { organisationId: z.string() };

/** An organisation by what it holds or held: every label, the newest first. */
export const organisationAnswer = z
  .strictObject({ id: address, labels: z.array(lookedUpLabelAnswer) })
  .meta({ id: 'OrganisationLabels' });
export type OrganisationAnswer = z.infer<typeof organisationAnswer>;
