'use strict';

const url = require('url');

module.exports = {
  domainToASCII: (domain) => url.domainToASCII(domain) || null,
  domainToUnicode: url.domainToUnicode,
};
