import type { Entry } from "./log.js";
import { add, formatMoney, type Currency, type Money } from "./money.js";

type Totals = Map<Currency, Money>;

/** Sums by category, its parents included, in the order of their names. */
export class Report {
  private readonly totals = new Map<string, Totals>();
  private first?: Date;
  private last?: Date;

  static of(entries: Iterable<Entry>): Report {
    const report = new Report();
    for (const entry of entries) report.add(entry);
    return report;
  }

  add(entry: Entry): this {
    for (let depth = 1; depth <= entry.category.length; depth++) {
      this.addTo(entry.category.slice(0, depth).join("/"), entry.money);
    }
    this.addTo("", entry.money);
    if (!this.first || entry.date < this.first) this.first = entry.date;
    if (!this.last || entry.date > this.last) this.last = entry.date;
    return this;
  }

  private addTo(category: string, money: Money): void {
    let totals = this.totals.get(category);
    if (!totals) this.totals.set(category, (totals = new Map()));
    const sum = totals.get(money.currency);
    totals.set(money.currency, sum ? add(sum, money) : money);
  }

  *lines(): IterableIterator<string> {
    const day = (date?: Date) => date?.toISOString().slice(0, 10) ?? "never";
    yield `from ${day(this.first)} to ${day(this.last)}`;
    const names = [...this.totals.keys()].sort();
    const width = Math.max(...names.map((name) => name.length), "total".length);
    for (const name of names) {
      const sums = [...this.totals.get(name)!.values()].map(formatMoney);
      yield `${(name || "total").padEnd(width)}  ${sums.join(", ")}`;
    }
  }

  toString(): string {
    return [...this.lines()].join("\n");
  }
}
