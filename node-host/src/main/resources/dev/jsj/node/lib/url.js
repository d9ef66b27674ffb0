'use strict';

// node:url: the URL classes of the standard, and Node's older functions.

const {
  URL, URLSearchParams, domainToUnicode, fileURLToPath, pathToFileURL, urlToHttpOptions,
} = require('internal/url/url');
const { Url, format, parse, resolve, resolveObject } = require('internal/url/legacy');
const { codes } = require('internal/errors');

function domainToASCII(domain) {
  if (arguments.length < 1) throw new codes.ERR_MISSING_ARGS('domain');
  return require('internal/url/host').parseHost(`${domain}`, true) ?? '';
}

module.exports = {
  Url,
  parse,
  resolve,
  resolveObject,
  format,
  URL,
  URLSearchParams,
  domainToASCII,
  domainToUnicode,
  pathToFileURL,
  fileURLToPath,
  urlToHttpOptions,
};
