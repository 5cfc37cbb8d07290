import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { isRenewable, renewalOpens } from '../../../policies/renewalWindow.ts';
import type { Day } from '../../../register/day.ts';
import type { LabelState } from '../../../register/entry.ts';

export type BeginningView = ReturnType<typeof beginningView>;

/** What one of its people can begin anew from an application that ended: the renewal of its label, or one with the same answers. */
export function beginningView(file: ApplicantFile, today: Day) {
  const { application, label, acts: writes, published } = file;
  const opens = label && renewalOpens(label.context, published.scheme.validity.renewalWindowDays);
  const open = opens !== null && today >= opens;
  return {
    /** Of a label that holds: from when on it can be renewed, and whether it can be now. */
    renew:
      label && opens !== null && isRenewable(label)
        ? { window: windowOf(label.state, open), opens, until: label.context.until, may: open && writes }
        : null,
    resume: writes && application.resumable,
    /** The number of the label that took the place of this one. */
    successor: label?.context.successor,
  };
}

/** One that is extended holds beyond its period, which a sentence on its last day would deny. */
function windowOf(state: LabelState, open: boolean): 'extended' | 'open' | 'later' {
  if (state === 'extended') return 'extended';
  return open ? 'open' : 'later';
}
