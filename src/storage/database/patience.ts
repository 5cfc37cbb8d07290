/** How long (milliseconds) to wait for what, where the connection string says nothing else. */
export function patience(uri: string): Partial<Record<string, number>> {
  const hasSeveral = /^mongodb(?:\+srv:|:\/\/[^/]*,)/.test(uri);
  const all = {
    // Longer than a replica set takes to elect a new primary, twelve seconds as MongoDB comes: what is written meanwhile waits.
    serverSelectionTimeoutMS: 15_000,
    // A server that says nothing is given up after both: there are others, and who reads a page waits for five seconds (withinTime.ts).
    ...(hasSeveral && { connectTimeoutMS: 3000, heartbeatFrequencyMS: 1000 }),
  };
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => !new RegExp(`[?&]${name}=`, 'i').test(uri)),
  );
}
