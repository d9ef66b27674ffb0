// Part of the training run: loads what takes the types away, a large program that the parser reads.
interface Named {
  name: string;
}
export function greet<T extends Named>(who: T, times: number = 1): string {
  return `hello ${who.name} `.repeat(times) as string;
}
