export default function () { return 'default'; }
export const named = 'named';
export let counter = 0;
export function increment() { counter++; }
const hidden = 's';
export { hidden as 'string name' };
export class Klass {}
export const { destructured, list: [first] } = { destructured: 1, list: [2] };
