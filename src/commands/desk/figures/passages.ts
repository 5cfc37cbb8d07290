import type { DomainEvent } from '../../../workflow/domainEvents.ts';
import type { FilePassage } from '../../items/yearFigures.ts';

const granted: readonly DomainEvent[] = [
  'application.granted',
  'application.extensionGranted',
  'application.labelConfirmed',
];

/** What says that an application came so far. It is decided once that is announced: a sealed decision is counted nowhere. */
export const passages: Readonly<Record<FilePassage, readonly DomainEvent[]>> = {
  begun: ['application.started'],
  sent: ['application.submitted'],
  admitted: ['application.accepted'],
  // Where findings are to be corrected, both evaluations are there.
  evaluated: ['application.evaluated', 'application.correctionAsked'],
  decided: [...granted, 'application.refused'],
  granted,
};
