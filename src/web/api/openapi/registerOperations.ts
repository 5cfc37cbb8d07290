import type * as z from 'zod';
import { bundleHead, bundlePaper, bundleRow } from '../../../register/trust/bundleLines.ts';
import { bundleSignature } from '../../../register/trust/bundleSignature.ts';
import { trustRoot } from '../../../register/trust/trustRoot.ts';
import { conformityType } from '../../register/labelForms.ts';
import { linksetType } from '../../register/linkset.view.ts';
import { registerFields } from '../../register/register.form.ts';
import { categoriesAnswer } from '../../schemas/category.ts';
import { registerGraph } from '../../schemas/certification.ts';
import { changesAnswer, changesQuery } from '../../schemas/changes.ts';
import { essglobalGraph } from '../../schemas/essglobal.ts';
import { figuresAnswer } from '../../schemas/figures.ts';
import { labelAnswer, labelOnDay, labelQuery } from '../../schemas/label.ts';
import { linksetAnswer } from '../../schemas/linkset.ts';
import { lookUpAnswer, lookUpRequest, organisationAnswer, organisationPart } from '../../schemas/lookUp.ts';
import { mapAnswer, mapQuery } from '../../schemas/map.ts';
import {
  murmurationsOffer,
  murmurationsOrganisation,
  profilesAnswer,
  profilesQuery,
} from '../../schemas/murmurations.ts';
import { languagePart, numberPart, offerPart } from '../../schemas/proof.ts';
import { searchAnswer } from '../../schemas/search.ts';
import { answered, failures, redirected, shownFailures } from './failures.ts';
import { get, type Operation } from './operation.ts';
import { signedBodies } from './signedBodies.ts';

const labelNowOrThen = labelOnDay.or(labelAnswer);
const json = (schema: z.ZodType | null, ...also: readonly number[]) => ({
  ...answered({ 'application/json': schema }),
  ...failures(...also),
});

/** Labels one by one and by search; the register whole, and what changes in it. */
export const registerOperations: readonly Operation[] = [
  get('searchLabels', 'register', '/api/v1/labels', { query: registerFields, answers: json(searchAnswer) }),
  get('label', 'register', '/api/v1/labels/{number}', {
    parts: numberPart,
    query: labelQuery,
    answers: json(labelNowOrThen, 404),
  }),
  get('map', 'register', '/api/v1/map', { query: mapQuery, answers: json(mapAnswer) }),
  {
    id: 'lookUp',
    group: 'register',
    method: 'post',
    path: '/api/v1/lookup',
    body: lookUpRequest,
    answers: { 200: { 'application/json': lookUpAnswer }, ...failures(413, 422) },
  },
  get('permanentAddress', 'register', '/labels/{number}', {
    parts: numberPart,
    query: labelQuery,
    answers: {
      ...answered({
        'application/json': labelNowOrThen,
        [linksetType]: linksetAnswer,
        [conformityType]: null,
        ...signedBodies,
      }),
      ...redirected,
      ...shownFailures(404),
    },
  }),
  get('offerAddress', 'register', '/labels/{number}/offers/{offer}', {
    parts: { ...numberPart, ...offerPart },
    answers: { ...redirected, ...shownFailures() },
  }),
  get('organisation', 'register', '/organisations/{organisationId}', {
    parts: organisationPart,
    answers: {
      ...answered({ 'application/json': organisationAnswer }),
      ...redirected,
      ...shownFailures(404),
    },
  }),
  ...(['jsonl', 'csv', 'jsonld'] as const).map((format) =>
    get(`register_${format}`, 'copy', `/api/v1/register.${format}`, {
      answers: {
        ...answered(
          {
            jsonl: { 'application/jsonl': labelAnswer },
            csv: { 'text/csv': null },
            jsonld: { 'application/ld+json': registerGraph },
          }[format],
        ),
        ...failures(),
      },
    }),
  ),
  get('register_essglobal', 'copy', '/api/v1/register.essglobal.jsonld', {
    answers: { ...answered({ 'application/ld+json': essglobalGraph }), ...failures() },
  }),
  get('profiles', 'copy', '/api/v1/murmurations', { query: profilesQuery, answers: json(profilesAnswer) }),
  get('organisationProfile', 'copy', '/api/v1/murmurations/labels/{number}', {
    parts: numberPart,
    answers: json(murmurationsOrganisation, 404),
  }),
  get('offerProfile', 'copy', '/api/v1/murmurations/labels/{number}/offers/{offer}', {
    parts: { ...numberPart, ...offerPart },
    answers: json(murmurationsOffer, 404),
  }),
  get('categories', 'copy', '/api/v1/categories', { answers: json(categoriesAnswer) }),
  get('figures', 'copy', '/api/v1/figures', { answers: json(figuresAnswer) }),
  get('figures_csv', 'copy', '/api/v1/figures.csv', {
    answers: { ...answered({ 'text/csv': null }), ...failures() },
  }),
  get('changes', 'copy', '/api/v1/changes', { query: changesQuery, answers: json(changesAnswer) }),
  get('changesFeed', 'copy', '/{language}/register/changes.atom', {
    parts: languagePart,
    answers: { ...answered({ 'application/atom+xml': null }), ...shownFailures(404) },
  }),
  get('trustBundle', 'copy', '/api/v1/trust-bundle', {
    answers: {
      200: { 'application/jsonl': bundleHead.or(bundleRow).or(bundlePaper).or(bundleSignature) },
      ...failures(),
    },
  }),
  get('trustRoot', 'register', '/api/v1/trust-root', {
    answers: { ...answered({ 'application/json': trustRoot }), ...failures(404) },
  }),
  get('openapi', 'register', '/api/v1/openapi.json', { answers: json(null) }),
];
