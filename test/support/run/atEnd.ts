const duties: (() => Promise<void>)[] = [];

/** Has something left or closed once this process has run all its tests; for what its test files share. */
export function atEnd(duty: () => Promise<void>): void {
  duties.push(duty);
}

/** Does it, the last first. */
export async function end(): Promise<void> {
  for (const duty of duties.splice(0).reverse()) await duty();
}
