import type nunjucks from 'nunjucks';

type Written = nunjucks.runtime.SafeString;
type Macro = (given: object) => Written;

/** A macro is used for some hundreds of fields; what is given with more characters was typed by someone, and does not come again. */
const most = { fields: 500, characters: 500 };

/**
 * Makes `kept(macro, given)`: what a macro writes, which depends on nothing but what it is given, found again where the same is
 * given. A macro of govuk-frontend takes twenty times as long to write a field.
 */
export function keptMacros(): (macro: Macro, given: object) => Written {
  const known = new WeakMap<Macro, Map<string, Written>>();
  return (macro, given) => {
    const key = JSON.stringify(given);
    const fields = known.get(macro) ?? new Map<string, Written>();
    const written = fields.get(key) ?? macro(given);
    if (key.length <= most.characters) {
      if (fields.size === most.fields) fields.clear();
      known.set(macro, fields.set(key, written));
    }
    return written;
  };
}
