import { expect } from 'chai';
import type { createIntake as Create } from '../../src/intake/createIntake.ts';

const built = new URL('../../dist/createIntake.js', import.meta.url).href;

describe('intake in the built service', () => {
  it('examines files in its own thread there too', async () => {
    const { createIntake }: { createIntake: typeof Create } = await import(built);
    const intake = createIntake({ scanner: { scan: async () => 'clean' } });
    expect((await intake.receive(Buffer.from('a;b\n'), 'a.csv')).contentType).to.equal(
      'text/csv; charset=utf-8',
    );
    const refused = await intake
      .receive(Buffer.from('<html>'), 'a.csv')
      .catch((error: Error) => error.message);
    expect(refused).to.equal('invalid file:fileMarkup');
  });
});
