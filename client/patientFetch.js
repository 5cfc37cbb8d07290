/** How often one question is asked again. */
const times = 3;

/** Asks by a `fetch`, and once more after as many seconds as the service says, where that is no longer than is waited. */
export function patientFetch(fetch, waitSeconds) {
  return async (request) => {
    for (let left = times; ; left -= 1) {
      // A body is read once; what is asked again needs another.
      const answer = await fetch(left > 0 && waitSeconds > 0 ? request.clone() : request);
      const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
      const isAskedToWait = (answer.status === 429 || answer.status === 503) && seconds <= waitSeconds;
      if (!isAskedToWait || left === 0 || waitSeconds === 0) return answer;
      await answer.body?.cancel();
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  };
}
