'use strict';

const { Agent, globalAgent } = require('internal/http/agent');

module.exports = { Agent, globalAgent: globalAgent() };
