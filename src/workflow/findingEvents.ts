import type { Occurred } from './occurred.ts';

/** What can happen to a finding. */
export type FindingEvent = Occurred &
  (
    | { readonly type: 'proposeAction'; readonly action: string }
    | { readonly type: 'acceptAction'; readonly reason: string }
    | { readonly type: 'returnAction'; readonly reason: string }
    | {
        readonly type: 'submitProof';
        readonly proof: string;
        /** Documents that prove it. */
        readonly documents: readonly string[];
      }
    | { readonly type: 'close'; readonly reason: string }
    | { readonly type: 'returnProof'; readonly reason: string }
    | { readonly type: 'extend'; readonly reason: string; readonly dueAt: string }
    | { readonly type: 'carryOver'; readonly labelNumber: string }
    | { readonly type: 'drop' }
    | { readonly type: 'deadlinePassed' }
  );
