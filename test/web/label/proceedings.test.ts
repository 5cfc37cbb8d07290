// Tier: all. Budget: 25 s.
import { httpWalk } from '../../support/walk/httpWalk.ts';
import { labelProceedings } from '../../support/walk/labelProceedings.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the proceedings on labels, over HTTP', () => {
  let web: WebWithCast;
  before(async () => {
    web = await webWithCast('proceedings');
  });
  after(() => web.stop());

  labelProceedings(() => ({ web, walk: httpWalk(web) }));
});
