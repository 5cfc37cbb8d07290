import type { Translator } from '../../i18n/i18n.ts';
import type { MessageKey, Params } from '../../messages.ts';
import type { Failure } from './problem.ts';

/** What a refusal is to a directory (RFC 7644, 3.12), where its status or its kind is another than for everybody. */
const kinds: Readonly<Record<string, { readonly status: number; readonly scimType?: string }>> = {
  addressTaken: { status: 409, scimType: 'uniqueness' },
  refused: { status: 400, scimType: 'mutability' },
  invalid: { status: 400, scimType: 'invalidValue' },
  stale: { status: 412 },
};

/** Whether an address is one of those that a directory asks, whose failures have a form of their own. */
export function isForDirectory(path: string): boolean {
  return /^\/scim\//i.test(path);
}

/** A failure as an error of SCIM, with what to do in the language that was asked for; its status is the answer's. */
export function scimProblem({ code, status, error, incident }: Failure, words: Translator) {
  const { params = {}, reasons = [], faults = [] } = error ?? {};
  const kind = kinds[reasons[0] ?? ''] ?? kinds[code] ?? { status, scimType: scimTypeOf(code, params) };
  const why = [
    ...reasons.map((reason) => words.tOf(`reasons.${reason}`)),
    ...faults.map(({ field, code: fault, params: of }) => `${field}: ${words.tOf(`faults.${fault}`, of)}`),
  ];
  const said = why.length > 0 ? why : [sentenceOf(code, params, words)];
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(kind.status),
    ...(kind.scimType !== undefined && { scimType: kind.scimType }),
    detail: [...said, ...(params.detail ? [params.detail] : []), ...(incident ? [incident] : [])].join(' '),
  };
}

function sentenceOf(code: Failure['code'], params: Params, words: Translator): string {
  if (code === 'badRequest') return words.t('scim.notRead', { kind: scimTypeOf(code, params) ?? '' });
  return words.tOf(`errors.${code}.text` satisfies MessageKey, params);
}

/** What kind of fault a request has that cannot be read; no other failure has one. */
function scimTypeOf(code: Failure['code'], { scimType = 'invalidSyntax' }: Params): string | undefined {
  return code === 'badRequest' ? String(scimType) : undefined;
}
