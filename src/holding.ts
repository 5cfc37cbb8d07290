/** The names, as reasons or sentences, of the conditions that hold, in their order. */
export function holding<Name extends string>(conditions: Readonly<Partial<Record<Name, boolean>>>): Name[] {
  return (Object.keys(conditions) as Name[]).filter((name) => conditions[name]);
}
