import { sealedPapers } from '../commands/verify/sealedPapers.ts';
import type { Config } from '../config.ts';
import { drawInThread } from '../issuing/drawInThread.ts';
import { issueInThread } from '../issuing/issueInThread.ts';
import { ids } from './ids.ts';
import { issuerSettings } from './issuerSettings.ts';
import { loadRules } from './loadRules.ts';
import { loadSchemes } from './loadSchemes.ts';
import type { Mail } from './openMail.ts';
import type { Storage } from './openStorage.ts';

/** What commands are given in a service, but for what takes files in. */
export async function commandDeps(config: Config, storage: Storage, mail: Mail, publicUrl: string) {
  const schemes = await loadSchemes();
  const { store, clock } = storage;
  const issuing = issueInThread(issuerSettings(config, publicUrl));
  return {
    store,
    files: storage.files,
    mailer: mail,
    papers: sealedPapers({ store, issuing, clock, publicUrl }, drawInThread()),
    issuing,
    clock,
    ids,
    schemes,
    ...loadRules(),
    publicUrl,
    specimen: config.mode === 'development',
  };
}
