export { named as renamed, default } from './exports.mjs';
export * as all from './exports.mjs';
export * from './cycle-a.mjs';
