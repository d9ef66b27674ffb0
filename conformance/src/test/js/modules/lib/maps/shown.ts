interface Named { name: string }

class Thing<T extends Named> {
  constructor(private readonly value: T) {}

  show(): string {
    return inner(this.value.name);
  }
}

export function inner(name: string): string {
  throw new Error(`bad ${name}`);
}

export const run = (): void => {
  [1].forEach((x: number) => new Thing({ name: "n" + x }).show());
};
