/** What can be wrong with a field before any command looks at it; each has its sentence under `faults.<code>`. */
export const faultCodes = [
  'required',
  'chooseOne',
  'tooLong',
  'notANumber',
  'percentTyped',
  'ambiguousNumber',
  'tooLarge',
  'negative',
  'notAnOption',
  'unknownField',
  'wrongType',
  'badEmail',
  'badDate',
  'badTime',
  'badCode',
  'badCharacters',
  'lineBreak',
  'badLink',
  'badContact',
  'leaveEmpty',
  'tooManyWords',
  'otherSearch',
  'badCursor',
  'noPart',
  'tooMany',
  'dayAhead',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** Whether a message of a refinement is one of our codes. */
export function isFaultCode(text: string): text is FaultCode {
  return faultCodes.some((code) => code === text);
}
