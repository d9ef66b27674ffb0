import type { A } from "./nowhere.js";
import { type B, readFileSync } from "node:fs";
export type { A };
interface Shape<T extends object = {}> { area(): number; t?: T }
type Pair<A, B> = [A, B]
let a = 1
type C = string
;[1, 2].forEach((x: number): void => { a += x })
declare const nothing: string;
declare function nope(): void;
declare module "x" { export const y: number }
declare global { interface Window { z: 1 } }
abstract class Base<T> implements Shape<object>, Disposable {
  static readonly count: number = 3;
  private x: number = 1
  protected readonly ["computed"]: string = "c"
  declare ghost: number;
  get: number
  foo() { return this.x }
  public *gen(): Generator<number> { yield 1 }
  private static readonly [Symbol.iterator]?: number
  opt?: string
  sure!: number;
  [key: string]: unknown;
  abstract area(): number
  abstract name: string;
  over(a: string): string;
  over(a: number): number;
  over(this: Base<T>, a: any): any { return a as any as T }
  method?<U>(u: U): U { return u }
  async *agen<T,>(...rest: T[]): AsyncGenerator<T> { yield* rest }
  get acc(): number { return this.x! }
  set acc(v: number) { this.x = v }
  static { const y: number = 1; }
  override toString(): string { return `${(this.x as number)!.toFixed(1)}` }
  [Symbol.dispose]() {}
}
class Derived extends Base<string> { area(): number { return 2 }; name = "d"; #p?: number = 4; get p(): number | undefined { return this.#p } }
function over(x: string): string
function over(x: number): number
function over(this: void, x: any): any { return x }
const f = async <
  T
>(x: T): Promise<
  T
> => x;
const g = (x?: number, ...r: string[]): x is number => x !== undefined
const h = <T,>(x: T) => x satisfies unknown
const d = new Derived() as Base<string>
(d as any).late = 1;
let un!: number
un = 5
const gen = new Map<string, Map<string, number>>([["a", new Map<string, number>()]])
const inst = Array<string>;
try { null!.x } catch (e: unknown) { a++ }
for (const q of [1, 2] as const) a += q
function assertIt(v: unknown): asserts v is string { if (typeof v !== "string") throw new TypeError("no") }
namespace OnlyTypes { export interface X { y: 1 } }
export interface Exported {}
export default interface Def {}
export const tpl = tag<string>`x${1 as number}`;
function tag<T>(s: TemplateStringsArray, ...v: unknown[]) { return s.raw.join("|") + v }
let { m, n }: { m: number; n?: string } = { m: 1 }
let opt = a ? (b: number): number => b : (c): string => "s"
let less = a < 1 && m > (2)
label: for (let i = 0 as number; i < 2; i++) { if (i) continue label }
enumLike: { const type = 1, as = 2, declare = 3, satisfies = 4; a += type + as + declare + satisfies }
if (a) a as any
else a
console.log(a, d.foo(), [...(d as Derived).gen()], (d as Derived).over(3), d.toString(), Base.count, (d as Derived).p, Object.keys(d));
console.log(over("q"), await f(1), g(), h(2), (d as any).late, un, gen.size, inst.name, tpl, m, n, opt.name, less);
console.log(new Error("here").stack!.split("\n")[1].replace(/\(?file.*\//, ""));
