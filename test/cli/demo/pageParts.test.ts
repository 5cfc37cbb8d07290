import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { askedOn } from '../../../src/cli/demo/pageParts.ts';

describe('cli/demo, pageParts', () => {
  it('gives only the values that a page asks for, also for earlier criteria with fewer fields', () => {
    const html = parse('<form><input name="staff.count"><select name="ratio"></select></form>');
    const values = { 'staff.count': '4', ratio: '2', 'asked.later': '7' };
    expect(askedOn({ path: '/fr', html }, values)).to.deep.equal({ 'staff.count': '4', ratio: '2' });
  });
});
