'use strict';

module.exports = { callAt: () => undefined };
