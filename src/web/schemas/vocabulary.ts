import * as z from 'zod';
import { address } from './label.ts';

const ref = z.object({ '@id': address });
const inEach = z.array(z.object({ '@language': z.string(), '@value': z.string() }));

const concept = z.object({
  '@id': address,
  '@type': z.array(z.string()),
  'skos:notation': z.string().optional(),
  'skos:prefLabel': inEach,
  'skos:inScheme': ref.optional(),
  'untp:status': ref,
});

/** A version of the criteria, a theme, or a criterion with its levels, in the words of SKOS and of the UNTP. */
const node = concept
  .extend({
    'skos:definition': inEach.optional(),
    'skos:scopeNote': inEach.optional(),
    'skos:topConceptOf': ref.optional(),
    'skos:hasTopConcept': z.array(ref).optional(),
    'skos:broader': ref.optional(),
    'skos:narrower': z.array(ref).optional(),
    'owl:versionInfo': z.string().optional(),
    'dct:license': ref.optional(),
    'untp:conformityTopic': ref.optional(),
    'untp:performanceLevel': z.string().optional(),
    'untp:subCriterion': z.array(concept).optional(),
  })
  .meta({ id: 'VocabularyNode' });
export type VocabularyNode = z.infer<typeof node>;

const context = z.record(z.string(), address);

/** One of them as a document of JSON-LD. */
export const vocabularyNodeAnswer = node.extend({ '@context': context }).meta({ id: 'VocabularyDocument' });

/** A whole version. */
export const vocabularyAnswer = z
  .object({ '@context': context, '@graph': z.array(node) })
  .meta({ id: 'Vocabulary' });
