/** What `work` gives; where it throws, an error that says in words for the operator what is wrong. */
export function explain<Result>(failure: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw new Error(failure, { cause });
  }
}
