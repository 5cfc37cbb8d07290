import type { Fault, LabelError } from '../../errors.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { MessageKey } from '../../messages.ts';
import { schemeId } from '../../profile/schemeFile.ts';

/** A failure as its reader sees it; `incident` names the request where the log has the cause. */
export interface Failure {
  readonly code: LabelError['code'] | 'unexpected';
  readonly status: number;
  readonly error: LabelError | null;
  readonly incident: string | null;
}

/** A failure as problem details for a program (RFC 9457); the sentences are in the language it requested. */
export function problem({ code, status, error, incident }: Failure, words: Translator): object {
  return {
    type: `urn:${schemeId}:error:${code}`,
    title: words.t(`errors.${code}.title`),
    status,
    detail: words.tOf(`errors.${code}.text` satisfies MessageKey, error?.params),
    code,
    ...(error && Object.keys(error.params).length > 0 && { params: error.params }),
    ...(error &&
      error.faults.length > 0 && { faults: error.faults.map((fault) => withDetail(fault, words)) }),
    ...(error && error.reasons.length > 0 && { reasons: error.reasons }),
    ...(incident && { incident }),
  };
}

/** A fault with its sentence, as a form would show it beside the field. */
function withDetail(fault: Fault, words: Translator): object {
  return { ...fault, detail: words.tOf(`faults.${fault.code}` satisfies MessageKey, fault.params) };
}
