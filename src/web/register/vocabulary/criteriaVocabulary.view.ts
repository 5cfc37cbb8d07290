import { criteriaAddress, criterionAddress, themeAddress } from '../../../criteria/criteriaAddress.ts';
import { topicOf } from '../../../criteria/meanings.ts';
import {
  type Criterion,
  languages,
  type PublishedScheme,
  type Scheme,
  type SchemeText,
  type Theme,
} from '../../../criteria/scheme.ts';
import { licence } from '../../http/licensed.ts';
import type { VocabularyNode } from '../../schemas/vocabulary.ts';

/** Words of the United Nations' vocabulary that its credentials are written in (UNTP 0.6). */
const untp = 'https://test.uncefact.org/vocabulary/untp/core/0/';
const context = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  owl: 'http://www.w3.org/2002/07/owl#',
  untp,
};
const statuses: Readonly<Record<Scheme['status'], string>> = {
  draft: 'proposed',
  published: 'active',
  retired: 'deprecated',
};

/** One node of a vocabulary as a document, in all languages at once. */
export const vocabularyNode = (node: VocabularyNode) => ({ '@context': context, ...node });

/** A version of the criteria as a vocabulary (SKOS): the version, its themes, its criteria with what each of their levels asks. */
export function criteriaVocabulary(published: PublishedScheme, publicUrl: string) {
  const { themes, criteria } = published.scheme;
  return {
    '@context': context,
    '@graph': [
      versionNode(published, publicUrl),
      ...themes.map((theme) => themeNode(published, theme, publicUrl)),
      ...criteria.map((criterion) => criterionNode(published, criterion, publicUrl)),
    ],
  };
}

function versionNode({ scheme, texts }: PublishedScheme, publicUrl: string): VocabularyNode {
  const { version, themes } = scheme;
  return {
    '@id': criteriaAddress(publicUrl, version),
    '@type': ['skos:ConceptScheme', 'untp:ConformityScheme'],
    'skos:prefLabel': inEach(texts, ({ title }) => title),
    'skos:definition': inEach(texts, ({ strapline }) => strapline),
    'owl:versionInfo': version,
    'dct:license': { '@id': licence },
    'untp:status': code('statusCode', statuses[scheme.status]),
    'skos:hasTopConcept': themes.map(({ id }) => ({ '@id': themeAddress(publicUrl, version, id) })),
  };
}

/** A theme as a concept, with the criteria in it. */
export function themeNode(
  { scheme, texts }: PublishedScheme,
  theme: Theme,
  publicUrl: string,
): VocabularyNode {
  const { version, criteria } = scheme;
  return {
    '@id': themeAddress(publicUrl, version, theme.id),
    ...concept(theme.id, scheme, publicUrl),
    'skos:prefLabel': inEach(texts, ({ themes }) => themes[theme.id]?.title),
    'skos:topConceptOf': { '@id': criteriaAddress(publicUrl, version) },
    'untp:conformityTopic': code('conformityTopicCode', topicOf(theme)),
    'skos:narrower': criteria.flatMap((criterion) =>
      criterion.theme === theme.id ? { '@id': criterionAddress(publicUrl, version, criterion.id) } : [],
    ),
  };
}

/** A criterion as a concept: what it asks, and what each of its levels is. */
export function criterionNode(
  { scheme, texts }: PublishedScheme,
  { id, theme, minimum }: Criterion,
  publicUrl: string,
): VocabularyNode {
  const at = (level?: number) => criterionAddress(publicUrl, scheme.version, id, level);
  const said = (what: (text: SchemeText['criteria'][string]) => string | undefined) =>
    inEach(texts, ({ criteria }) => criteria[id] && what(criteria[id]));
  return {
    '@id': at(),
    ...concept(id, scheme, publicUrl),
    'skos:prefLabel': said(({ title }) => title),
    'skos:definition': said(({ question }) => question),
    'skos:scopeNote': said(({ help }) => help),
    'skos:broader': { '@id': themeAddress(publicUrl, scheme.version, theme) },
    'untp:conformityTopic': code('conformityTopicCode', topicOf({ id, theme })),
    ...(minimum && { 'untp:performanceLevel': String(minimum.level) }),
    'untp:subCriterion': [0, 1, 2, 3, 4].map((level) => ({
      '@id': at(level),
      ...concept(String(level), scheme, publicUrl),
      'skos:prefLabel': said(({ levels }) => levels[level]),
    })),
  };
}

function concept(notation: string, { version, status }: Scheme, publicUrl: string) {
  return {
    '@type': ['skos:Concept', 'untp:Criterion'],
    'skos:notation': notation,
    'skos:inScheme': { '@id': criteriaAddress(publicUrl, version) },
    'untp:status': code('statusCode', statuses[status]),
  };
}

function code(list: 'statusCode' | 'conformityTopicCode', name: string) {
  return { '@id': `${untp}${list}#${name}` };
}

function inEach(texts: PublishedScheme['texts'], said: (text: SchemeText) => string | undefined) {
  return languages.map((language) => ({ '@language': language, '@value': said(texts[language]) ?? '' }));
}
