import def, { named as local } from "./other.mjs";
import * as space from "./space.mjs";
export let counter = 0;
export function increment() { counter++; return local(def, space); }
export default class {}
let hidden = 1;
hidden = await import.meta;
import("./lazy.mjs", { with: {} });
