/** What a committee can decide, as forms send it. */
export const outcomes = ['granted', 'grantedWithConditions', 'refused'] as const;
