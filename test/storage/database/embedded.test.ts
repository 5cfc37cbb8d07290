import { expect } from 'chai';
import { embedded } from '../../../src/storage/database/embedded.ts';
import type { Source } from '../../../src/storage/database/obtain/source.ts';

const found = { binary: '/somewhere/mongod', version: '7.0.1' };

function closed(name: string): Source {
  return { name, remedy: `Open ${name}.`, find: () => Promise.reject(new Error(`${name} is closed`)) };
}

describe('embedded', () => {
  it('uses the first source that works and tries no other', async () => {
    const asked: string[] = [];
    const open = (name: string): Source => ({
      name,
      remedy: '',
      find: async () => {
        asked.push(name);
        return found;
      },
    });
    expect(await embedded([closed('first'), open('second'), open('third')], () => {})).to.equal(found);
    expect(asked).to.deep.equal(['second']);
  });

  it('logs one line for every source it tries', async () => {
    const lines: string[] = [];
    const open: Source = { name: 'second', remedy: '', find: async () => found };
    await embedded([closed('first'), open], (line) => lines.push(line));
    expect(lines).to.deep.equal(['first: first is closed', 'second: MongoDB 7.0.1 (/somewhere/mongod)']);
  });

  it('fails with one error that lists every source in order, with fault and remedy', async () => {
    const error = await embedded([closed('first'), closed('second')], () => {}).then(
      () => expect.fail('a server was found'),
      (thrown: Error) => thrown,
    );
    expect(error.message.split('\n').slice(1)).to.deep.equal([
      '  1. first: first is closed',
      '     Open first.',
      '  2. second: second is closed',
      '     Open second.',
    ]);
  });
});
