import { expect } from 'chai';
import { sectionOf, withSection } from './section.ts';

describe('drill/section', () => {
  const run = { day: '2026-11-29', machine: '2 cores' };
  const drill = (title: string, measured: string) =>
    sectionOf(
      { title, about: 'It does.', command: 'npm run drill', figures: [{ what: 'time', measured }] },
      run,
    );
  const intro = '# Drills\n\nWhat they are.\n';

  it('says when and on what it ran, and what was measured', () => {
    expect(drill('Restore', '3 min')).to.equal(
      '## Restore\n\nIt does.\n\n`npm run drill`, on 2026-11-29: 2 cores.\n\n' +
        '| what | goal | measured |\n| ---- | ---- | -------- |\n| time | –    | 3 min    |\n',
    );
  });

  it('takes the place of the section of its last run, and leaves every other as it is', () => {
    const both = ['Restore', 'Failover'].reduce((page, title) => withSection(page, drill(title, '1')), intro);
    expect(both).to.equal(`${intro}\n${drill('Failover', '1')}\n${drill('Restore', '1')}`);
    const again = withSection(both, drill('Failover', '2'));
    expect(again).to.equal(`${intro}\n${drill('Failover', '2')}\n${drill('Restore', '1')}`);
    expect(withSection(again, drill('Restore', '1'))).to.equal(again);
  });
});
