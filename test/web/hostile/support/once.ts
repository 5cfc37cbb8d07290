/** What makes something that is dear and stays good: made at the first call, the same from then on. */
export function once<Made, Arguments extends readonly unknown[]>(
  make: (...given: Arguments) => Made,
): (...given: Arguments) => Made {
  let made: { readonly value: Made } | undefined;
  return (...given) => {
    made ??= { value: make(...given) };
    return made.value;
  };
}
