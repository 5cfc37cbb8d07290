import { expect } from 'chai';
import { languages } from '../../../src/criteria/scheme.ts';
import { radar as drawRadar, type RadarData } from '../../../src/web/views/radar.view.ts';
import { realScheme } from '../../support/samples/realScheme.ts';

const themes = [
  { label: 'Utilité', score: 100 },
  { label: 'Décider', score: 50 },
  { label: 'Travail', score: 0 },
  { label: 'Échanges', score: 140 },
];

/** The corners of a path of straight lines. */
function corners(svg: string, kind: string): number[][] {
  const d = new RegExp(`class="radar__${kind}" d="M([^"]+)Z"`).exec(svg)?.[1] ?? '';
  return d.split('L').map((pair) => pair.split(' ').map(Number));
}

const radar = (data: RadarData) => String(drawRadar(data));

describe('the radar', () => {
  const svg = radar({ themes, floor: 50, title: 'Note <par> thème' });
  const centre = { x: 160, y: corners(svg, 'area')[1]?.[1] ?? 0 };

  it('plots each score on its axis, 100 at the rim, nothing outside', () => {
    const [top = [], right = [], bottom = [], left = []] = corners(svg, 'area');
    const radius = centre.y - (top[1] ?? 0);
    expect(top[0]).to.equal(centre.x);
    expect(right).to.deep.equal([centre.x + radius / 2, centre.y]);
    expect(bottom).to.deep.equal([centre.x, centre.y]);
    expect(left[0], 'a score above 100 stays at the rim').to.equal(centre.x - radius);
  });

  it('draws the floor at the same distance on every axis', () => {
    const distances = corners(svg, 'floor').map(([x = 0, y = 0]) => Math.hypot(x - centre.x, y - centre.y));
    for (const distance of distances) expect(distance).to.be.closeTo(distances[0] ?? 0, 0.2);
  });

  it('skips a theme without applicable criteria, and says so in its place', () => {
    const none = { label: 'Travail', score: null, text: 'sans objet' };
    const drawn = radar({ themes: [...themes.slice(0, 2), none, ...themes.slice(3)], floor: 50, title: '' });
    expect(corners(drawn, 'area')).to.have.length(3);
    expect(drawn.match(/radar__point/g)).to.have.length(3);
    expect(drawn.match(/radar__spoke/g)).to.have.length(4);
    expect(drawn).to.include('>sans objet<');
  });

  it('describes itself in one escaped text', () => {
    expect(svg).to.include('role="img" aria-label="Note &lt;par&gt; thème"');
    const named = radar({ themes: [{ label: '<b>', score: 1 }], floor: 1, title: '' });
    expect(named).to.not.include('<b>');
  });

  it('aligns labels outwards', () => {
    const anchor = (word: string) => new RegExp(`text-anchor="(\\w+)">${word}<`).exec(svg)?.[1];
    expect(['Utilité', 'Décider', 'Travail', 'Échanges'].map(anchor)).to.deep.equal([
      'middle',
      'start',
      'middle',
      'end',
    ]);
  });

  it('needs no inline style', () => {
    expect(svg).to.not.match(/style=|<style|fill=|stroke=/);
  });

  for (const language of languages) {
    it(`leaves room for labels in ${language} on both sides`, () => {
      const { scheme, texts } = realScheme();
      const labels = scheme.themes
        .filter(({ scope }) => scope === 'organisation')
        .map(({ id }) => ({ label: texts[language].themes[id]?.short ?? id, score: 60 }));
      const drawn = radar({ themes: labels, floor: 30, title: '' });
      const words = [
        ...drawn.matchAll(/<text class="[^"]+" x="([\d.]+)" y="([\d.]+)" text-anchor="(\w+)">([^<]+)/g),
      ];
      const height = Number(/viewBox="0 0 320 (\d+)"/.exec(drawn)?.[1]);
      expect(words.length).to.be.greaterThan(labels.length * 2 - 1);
      for (const [, x, y, anchor, text = ''] of words) {
        // The narrowest a word of 13.5 units can be at 5.6 a letter: outside even so, it would be cut.
        const wide = text.length * 5.6;
        const left = Number(x) - (anchor === 'end' ? wide : anchor === 'middle' ? wide / 2 : 0);
        expect(left, text).to.be.at.least(0);
        expect(left + wide, text).to.be.at.most(320);
        expect(Number(y), text).to.be.within(10, height - 2);
      }
    });
  }

  it('wraps a long label into two lines, at a space', () => {
    const drawn = radar({ themes: [{ label: 'Profit limité ici', score: 1 }], floor: 1, title: '' });
    expect(drawn).to.include('>Profit<').and.to.include('>limité ici<');
    expect(radar({ themes: [{ label: 'Mitbestimmung', score: 1 }], floor: 1, title: '' })).to.include(
      '>Mitbestimmung<',
    );
  });
});
