/**
 * Makes the tests of the suite that calls it steps of one story: after one that fails, the others are skipped. `bail` would do so too,
 * but where files run side by side it ends the whole run.
 */
export function inSteps(): void {
  let failed = false;
  beforeEach(function () {
    if (failed) this.skip();
  });
  afterEach(function () {
    failed ||= this.currentTest?.state === 'failed';
  });
}
