import type { Issuing } from '../commands/ports/issuingPorts.ts';
import type { IssuerSettings } from '../issuing/keys/issuerSettings.ts';

/** What makes and signs what is issued; it is loaded with the first thing that is. */
export function openIssuing(settings: IssuerSettings): Issuing {
  let opened: Promise<Issuing> | undefined;
  const loaded = () => {
    opened ??= import('../issuing/issueInThread.ts').then(({ issueInThread }) => issueInThread(settings));
    return opened;
  };
  return {
    revision: async (paper) => (await loaded()).revision(paper),
    statusList: async (paper) => (await loaded()).statusList(paper),
    keys: async () => (await loaded()).keys(),
    makeKey: async () => (await loaded()).makeKey(),
  };
}
