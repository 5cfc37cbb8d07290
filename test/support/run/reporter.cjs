const { Spec } = require('mocha').reporters;

/** Mocha's own report, and below it one line that a machine can count. */
module.exports = class Reporter extends Spec {
  done(failures, end) {
    const { passes, pending } = this.stats;
    console.log(`${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ''}`);
    end(failures);
  }
};
