import { parseMoney, Currency, type Money } from "../src/money.js";

const amount: number = parseMoney("1.00", Currency.Euro);
const missing: Money = { cents: 5n };
parseMoney("1.00", "GBP");
function unused(this: Date, value): string {
  if (value) return 1;
}
const pair: [string, ...number[]] = [1, "two"];
amount.toFixed(2, 3).nothing;
