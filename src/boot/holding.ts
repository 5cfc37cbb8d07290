/** The sentences of which the condition holds, in their order. */
export function holding(sentences: Readonly<Record<string, boolean>>): string[] {
  return Object.entries(sentences).flatMap(([sentence, holds]) => (holds ? [sentence] : []));
}
