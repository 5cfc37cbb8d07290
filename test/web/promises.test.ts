import { expect } from 'chai';
import { languages } from '../../src/criteria/scheme.ts';
import { openBrowser, type TestWeb, testWeb } from '../support/web.ts';

/** What no part of the service asks of a holder yet. */
const yearly = /chaque année|tous les ans|jedes Jahr|jährlich|ogni anno|annual|every year|each year|yearly/i;

describe('what the public is promised', () => {
  let web: TestWeb;
  before(async () => {
    web = await testWeb('promises');
  });
  after(() => web.stop());

  it('holds no yearly figures, which nothing asks for', async () => {
    const visitor = openBrowser(web.server, 'http://label.example');
    for (const language of languages)
      for (const page of ['how', 'guarantees']) {
        const { status, text } = await visitor.get(`/${language}/${page}`);
        expect([status, yearly.exec(text)?.[0]], `${language} ${page}`).to.deep.equal([200, undefined]);
      }
  });
});
