import a, { b as c } from 'x';
import * as ns from 'y';
export let d = 1, { e, f: [g = () => d] } = a;
export default class {}
export function h() {
    d++;
    return ns[c];
}
await h();
{
    using resource = a;
    () => resource;
}
