'use strict';
/**
 * Jest reporter: closes a run with one plain line of counts that any reader, human or machine, can find.
 *
 * Jest prints its own summary after every other reporter is done; the end of the process comes after that.
 */
const { writeSync } = require('node:fs');

const standardOutput = 1;

module.exports = class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    const skipped = results.numPendingTests + results.numTodoTests;
    // A suite that could not even load counts as one failure: it has no tests of its own to count.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const line = `\n${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`;
    process.once('exit', () => writeSync(standardOutput, line));
  }
};
