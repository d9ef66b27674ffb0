'use strict';

// fetch, Headers, Request, Response and FormData (Fetch Standard): the front of undici, as Node has it, on our http and
// https.

globalThis.__UNDICI_IS_NODE__ = true; // read once, for the name it gives itself in requests
const undici = require('undici/lib/web/fetch/index');
delete globalThis.__UNDICI_IS_NODE__;

const { FormData } = require('undici/lib/web/fetch/formdata');
const { Headers } = require('undici/lib/web/fetch/headers');
const { Request } = require('undici/lib/web/fetch/request');
const { Response } = require('undici/lib/web/fetch/response');

async function fetchWithStack(input, init) {
  try {
    return await undici.fetch(input, init);
  } catch (error) {
    if (error !== null && typeof error === 'object') Error.captureStackTrace(error);
    throw error;
  }
}

function fetch(input, init = undefined) {
  return arguments.length === 0 ? undici.fetch() : fetchWithStack(input, init);
}

module.exports = { FormData, Headers, Request, Response, fetch };
