/** Reasons to decline an invitation that are given with one click; they are kept as such and told in the reader's language. */
export const declineReasons = ['noTime', 'tie', 'notMyField'] as const;
