const duties: (() => Promise<void>)[] = [];

/** Registers a cleanup for the end of all tests of this process; for what its test files share. */
export function atEnd(duty: () => Promise<void>): void {
  duties.push(duty);
}

/** Does it, the last first. */
export async function end(): Promise<void> {
  for (const duty of duties.splice(0).reverse()) await duty();
}
