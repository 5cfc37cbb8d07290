/** Shorter names are like too many others that an environment holds. */
const fewestLetters = 8;

/** A sentence for each variable that is no setting, and has the letters of one but for one: nothing else would say that it is not read. */
export function misspeltSettings(
  environment: NodeJS.ProcessEnv,
  settings: readonly string[],
): readonly string[] {
  const known = new Set(settings);
  return Object.keys(environment).flatMap((name) => {
    if (known.has(name) || name.length < fewestLetters) return [];
    const meant = settings.find((setting) => isLike(name, setting));
    return meant ? [`${name} is no setting, and is not read; is ${meant} meant?`] : [];
  });
}

/** Whether two names have the same letters, wherever they stand, but for one that is missing, too many or another. */
function isLike(name: string, setting: string): boolean {
  const left = [...setting];
  const others = [...name].filter((letter) => {
    const at = left.indexOf(letter);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return Math.max(left.length, others.length) <= 1;
}
