import { nope } from './exports.mjs';
