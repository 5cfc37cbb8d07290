import {
  applicationAnswer,
  applicationPart,
  applicationsAnswer,
  evidenceAnswer,
  evidenceFields,
} from '../../schemas/application.ts';
import { failures } from './failures.ts';
import type { Operation } from './operation.ts';

const reads = { group: 'applications', method: 'get', scope: 'applications.read' } as const;

/** What a program does for an organisation, by a key that it made. */
export const applicationOperations: readonly Operation[] = [
  {
    ...reads,
    id: 'applications',
    path: '/api/v1/applications',
    answers: { 200: { 'application/json': applicationsAnswer }, ...failures() },
  },
  {
    ...reads,
    id: 'application',
    path: '/api/v1/applications/{application}',
    parts: applicationPart,
    answers: { 200: { 'application/json': applicationAnswer }, ...failures(404) },
  },
  {
    id: 'bringEvidence',
    group: 'applications',
    method: 'post',
    path: '/api/v1/applications/{application}/evidence',
    scope: 'evidence.write',
    parts: applicationPart,
    form: evidenceFields,
    answers: {
      200: { 'application/json': evidenceAnswer },
      201: { 'application/json': evidenceAnswer },
      ...failures(404, 408, 409, 413, 422),
    },
  },
];
