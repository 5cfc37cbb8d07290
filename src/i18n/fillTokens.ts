import { meanings } from '../criteria/meanings.ts';
import { type Language, profile, spokenIn } from '../profile/profile.ts';
import { schemeId } from '../profile/schemeFile.ts';
import { labelNumber } from '../register/number.ts';

/** What templates say of whatever label they are filled in for: `%label%` is no placeholder of a message, so that nobody has to give it. */
const common: Readonly<Record<string, string>> = {
  label: profile.name,
  prefix: profile.prefix,
  scheme: schemeId,
  currency: profile.currency,
  example: labelNumber(2026, 42),
  bought: meanings.bought,
  undertaken: meanings.undertaken,
};

/** A text of the templates as the label of this process says it in a language; an unknown token throws. */
export function fillTokens(text: string, language: Language): string {
  return text.replace(/%([a-z]+[12]?)%/g, (whole, name: string) => {
    const said = common[name] ?? spokenOf(name, language);
    if (said === undefined) throw new Error(`no label has a ${whole}: "${text}"`);
    return said;
  });
}

/** What the label says in each language in its own way: the economy that it is for, its strapline, or one line of it. */
function spokenOf(name: string, language: Language): string | undefined {
  const { economy, strapline } = spokenIn(language);
  const [strapline1, strapline2] = strapline;
  const said = { economy, strapline: strapline.join(' '), strapline1, strapline2 };
  return Object.hasOwn(said, name) ? said[name as keyof typeof said] : undefined;
}
