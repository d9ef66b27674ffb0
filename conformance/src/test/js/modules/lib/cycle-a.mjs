import { b } from './cycle-b.mjs';
export function a() { return 'a:' + b(); }
export const late = 'late value';
