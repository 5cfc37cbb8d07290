import { bundleHead, bundleRow } from '../../../commands/verify/trustBundle.ts';
import { registerFields } from '../../register/register.form.ts';
import { registerGraph } from '../../schemas/certification.ts';
import { changesAnswer, changesQuery } from '../../schemas/changes.ts';
import { labelAnswer, labelOnDay, labelQuery } from '../../schemas/label.ts';
import { lookUpAnswer, lookUpRequest } from '../../schemas/lookUp.ts';
import { organisationAnswer, organisationPart } from '../../schemas/organisation.ts';
import { languagePart, numberPart } from '../../schemas/proof.ts';
import { searchAnswer } from '../../schemas/search.ts';
import { answered, failures, shownFailures } from './failures.ts';
import type { Operation } from './operation.ts';
import { signedBodies } from './signedBodies.ts';

const labelNowOrThen = labelOnDay.or(labelAnswer);

/** Labels one by one and by search; the register whole, and what changes in it. */
export const registerOperations: readonly Operation[] = [
  {
    id: 'searchLabels',
    group: 'register',
    method: 'get',
    path: '/api/v1/labels',
    query: registerFields,
    answers: { ...answered({ 'application/json': searchAnswer }), ...failures() },
  },
  {
    id: 'label',
    group: 'register',
    method: 'get',
    path: '/api/v1/labels/{number}',
    parts: numberPart,
    query: labelQuery,
    answers: { ...answered({ 'application/json': labelNowOrThen }), ...failures(404) },
  },
  {
    id: 'lookUp',
    group: 'register',
    method: 'post',
    path: '/api/v1/lookup',
    body: lookUpRequest,
    answers: { 200: { 'application/json': lookUpAnswer }, ...failures(413, 422) },
  },
  {
    id: 'permanentAddress',
    group: 'register',
    method: 'get',
    path: '/labels/{number}',
    parts: numberPart,
    query: labelQuery,
    answers: {
      ...answered({ 'application/json': labelNowOrThen, ...signedBodies }),
      302: { 'text/html': null, 'text/plain': null },
      ...shownFailures(404),
    },
  },
  {
    id: 'organisation',
    group: 'register',
    method: 'get',
    path: '/organisations/{organisationId}',
    parts: organisationPart,
    answers: {
      ...answered({ 'application/json': organisationAnswer }),
      302: { 'text/html': null, 'text/plain': null },
      ...shownFailures(404),
    },
  },
  ...(['jsonl', 'csv', 'jsonld'] as const).map(
    (format): Operation => ({
      id: `register_${format}`,
      group: 'copy',
      method: 'get',
      path: `/api/v1/register.${format}`,
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
  {
    id: 'changes',
    group: 'copy',
    method: 'get',
    path: '/api/v1/changes',
    query: changesQuery,
    answers: { ...answered({ 'application/json': changesAnswer }), ...failures() },
  },
  {
    id: 'changesFeed',
    group: 'copy',
    method: 'get',
    path: '/{language}/register/changes.atom',
    parts: languagePart,
    answers: { ...answered({ 'application/atom+xml': null }), ...shownFailures(404) },
  },
  {
    id: 'trustBundle',
    group: 'copy',
    method: 'get',
    path: '/api/v1/trust-bundle',
    answers: { 200: { 'application/jsonl': bundleHead.or(bundleRow) }, ...failures() },
  },
  {
    id: 'openapi',
    group: 'register',
    method: 'get',
    path: '/api/v1/openapi.json',
    answers: { ...answered({ 'application/json': null }), ...failures() },
  },
];
