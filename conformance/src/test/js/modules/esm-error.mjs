// A missing export ends the program before it starts.
import { nothing } from './lib/exports.mjs';
console.log('never', nothing);
