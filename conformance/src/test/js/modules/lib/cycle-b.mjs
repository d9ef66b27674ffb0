import { a, late } from './cycle-a.mjs';
let seen;
try { seen = late; } catch (e) { seen = e.name + ' ' + e.message; }
export function b() { return 'b saw ' + seen + ' then ' + late + ' ' + typeof a; }
