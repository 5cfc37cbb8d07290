// Budget: 31 s.
import { openSite, type Site } from '../support/servers/site.ts';
import { browserWalk } from '../support/walk/browserWalk.ts';
import { labelProceedings } from '../support/walk/labelProceedings.ts';
import { type WebWithCast, webWithCast } from '../support/webWithCast.ts';

describe('the proceedings on labels, in a real browser', () => {
  let site: Site<WebWithCast>;
  before(async () => {
    site = await openSite((publicUrl) => webWithCast('proceedings-e2e', { publicUrl }));
  });
  after(() => site?.stop());

  labelProceedings(() => ({ web: site.web, walk: browserWalk(site) }));
});
