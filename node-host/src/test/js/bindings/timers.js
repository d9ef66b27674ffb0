'use strict';

module.exports = { now: () => Math.round(performance.now()), asyncContext: () => undefined, setup() {}, schedule() {}, reference() {},
                   requestImmediates() {}, referenceImmediates() {}, runNextTicks() {}, runInContext: (c, f, t, a) => Reflect.apply(f, t, a ?? []) };
