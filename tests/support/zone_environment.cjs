'use strict';
/**
 * Jest environment: node's own, on a host whose clock stands in another time zone.
 *
 * A worker runs one test file at a time, so the zone of the whole process can be changed for it and be put back.
 * Tests see a copy of the variables only, which is why this is done here.
 */
const { TestEnvironment } = require('jest-environment-node');

module.exports = class ZoneEnvironment extends TestEnvironment {
  #before = process.env.TZ;
  #zone;

  constructor(config, context) {
    super(config, context);
    this.#zone = config.projectConfig.testEnvironmentOptions.zone;
  }

  async setup() {
    await super.setup();
    process.env.TZ = this.#zone;
    this.global.hostZone = this.#zone;
  }

  async teardown() {
    if (this.#before === undefined) delete process.env.TZ;
    else process.env.TZ = this.#before;
    await super.teardown();
  }
};
