import { expect } from 'chai';
import { readConfig } from '../src/config.ts';

describe('config', () => {
  it('needs nothing in development', () => {
    const config = readConfig({});
    expect(config).to.include({
      mode: 'development',
      host: '127.0.0.1',
      port: 3000,
      databaseName: 'made-in-ess',
    });
    expect(config.services).to.deep.equal(['web', 'workers']);
    expect(config.publicUrl).to.equal(undefined);
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(readConfig({}))).to.equal(true);
  });

  it('takes the slash off the end of the public address', () => {
    expect(readConfig({ PUBLIC_URL: 'https://label.example/' }).publicUrl).to.equal('https://label.example');
  });

  it('names every variable at fault at once', () => {
    const wrong = {
      MODE: 'staging',
      PORT: '70000',
      PUBLIC_URL: 'ftp://label.example',
      MONGODB_URI: 'mysql://x',
      MONGODB_NAME: 'a/b',
      SESSION_SECRET: 'short',
      SERVICES: 'web,dance',
      LOG_LEVEL: 'loud',
    };
    expect(() => readConfig(wrong))
      .to.throw()
      .with.property('message')
      .that.satisfies((message: string) => Object.keys(wrong).every((name) => message.includes(`  ${name}`)));
  });

  it('never repeats a secret in its fault', () => {
    expect(() => readConfig({ SESSION_SECRET: 'hush-hush' }))
      .to.throw()
      .with.property('message')
      .not.include('hush');
  });

  it('asks production for its secret and its address', () => {
    expect(() => readConfig({ MODE: 'production' })).to.throw(/SESSION_SECRET.*PUBLIC_URL/s);
  });
});
