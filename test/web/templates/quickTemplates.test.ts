import { expect } from 'chai';
import nunjucks from 'nunjucks';
import '../../../src/web/templates/quickTemplates.ts';

/** An environment over these files, and how often `ran` was called in them. */
function environment(files: Readonly<Record<string, string>>) {
  const loader = { getSource: (path: string) => ({ src: files[path] ?? '', path, noCache: false }) };
  const made = new nunjucks.Environment(Object.assign(new nunjucks.Loader(), loader), { autoescape: true });
  let runs = 0;
  made.addGlobal('ran', () => {
    runs += 1;
    return '';
  });
  return { render: (name: string, page: object) => made.render(name, page), runs: () => runs };
}

describe('templates that run quickly', () => {
  it('run a file of macros once where its macros know nothing of the page', () => {
    const { render, runs } = environment({
      macros: '{{ ran() }}{% macro greet(name) %}{{ name }} of {{ place }};{% endmacro %}',
      page: '{% from "macros" import greet %}{{ greet(name) }}',
    });
    expect(render('page', { name: '<A>', place: 'Carouge' })).to.equal('&lt;A&gt; of ;');
    expect(render('page', { name: 'B', place: 'Vernier' })).to.equal('B of ;');
    expect(runs()).to.equal(1);
  });

  it('run it for each page where they do', () => {
    const { render } = environment({
      macros: '{% macro greet(name) %}{{ name }} of {{ place }};{% endmacro %}',
      page: '{% from "macros" import greet with context %}{{ greet(name) }}',
    });
    expect(render('page', { name: 'A', place: 'Carouge' })).to.equal('A of Carouge;');
    expect(render('page', { name: 'B', place: 'Vernier' })).to.equal('B of Vernier;');
  });

  it('go on after a macro that failed', () => {
    const { render } = environment({
      macros: '{% macro first(list) %}{% for one in list %}{{ one.say() }}{% endfor %}{% endmacro %}',
      page: '{% from "macros" import first %}{{ first(list) }}',
    });
    const well = () => expect(render('page', { list: [{ say: () => 'well' }] })).to.equal('well');
    well();
    expect(() => render('page', { list: [{}] })).to.throw('one["say"]');
    well();
  });

  it('number the turns of a loop, an inner one apart from the outer', () => {
    const { render } = environment({
      page:
        '{% for one in list %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.length }}' +
        '{{ "first" if loop.first }}{% for two in one %}({{ two }}{{ loop.index }}){% endfor %}{{ "last" if loop.last }};{% endfor %}',
    });
    expect(render('page', { list: ['ab', 'c'].map((text) => [...text]) })).to.equal(
      '10212first(a1)(b2);21102(c1)last;',
    );
  });

  it('set a variable where it was set before, and in their own macro only', () => {
    const { render } = environment({
      page:
        '{% set n = 1 %}{% for one in list %}{% set n = one %}{% endfor %}' +
        '{% macro inner() %}{% set n = 9 %}{{ n }}{% endmacro %}{{ inner() }}{{ n }}',
    });
    expect(render('page', { list: [1, 2] })).to.equal('92');
  });
});
