import { expect } from 'chai';
import type { PathCommand } from 'fontkit';
import { relativePath } from '../../../src/issuing/drawing/relativePath.ts';

const to = (command: PathCommand['command'], ...args: number[]): PathCommand => ({ command, args });
const rest = (...commands: PathCommand[]) => relativePath([to('moveTo', 10, 10), ...commands]).rest;

describe('issuing/relativePath', () => {
  it('writes one coordinate for axis-parallel lines, a letter where it changes, and no closing line', () => {
    const box = [to('lineTo', 30, 10), to('lineTo', 30, 25), to('lineTo', 20, 30), to('lineTo', 12, 28)];
    expect(rest(...box, to('lineTo', 10, 10), to('closePath'))).equal('h20v15l-10 5-8-2z');
  });

  it('omits the control point of a smooth curve, and no other', () => {
    const first = to('quadraticCurveTo', 15, 10, 20, 15);
    expect(rest(first, to('quadraticCurveTo', 25, 20, 30, 40))).equal('q5 0 10 5t10 25');
    expect(rest(first, to('quadraticCurveTo', 20, 20, 30, 40))).equal('q5 0 10 5 0 5 10 25');
    expect(rest(to('lineTo', 20, 15), to('quadraticCurveTo', 30, 20, 30, 40))).equal('l10 5q10 5 10 25');
  });

  it('rounds absolute points, and returns start and end of the drawing', () => {
    const steps = Array.from({ length: 9 }, (_, i) => to('lineTo', 10, 10.4 * (i + 2)));
    const { x, y, rest: drawn } = relativePath([to('moveTo', 9.6, 10.4), ...steps]);
    const fall = (drawn.match(/-?\d+/gu) ?? []).reduce((sum, step) => sum + Number(step), 0);
    expect([x, y, fall]).deep.equal([10, 10, 94]);
    const two = [to('closePath'), to('moveTo', 50, 60), to('lineTo', 55, 65), to('closePath')];
    expect(relativePath([to('moveTo', 10, 10), to('lineTo', 20, 15), ...two])).deep.equal({
      x: 10,
      y: 10,
      rest: 'l10 5zm40 50 5 5z',
      lastX: 50,
      lastY: 60,
    });
  });
});
