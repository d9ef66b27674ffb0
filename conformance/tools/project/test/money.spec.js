import assert from "node:assert/strict";
import { money } from "../build/index.js";

const { add, Currency, CurrencyMismatch, formatMoney, parseMoney } = money;

describe("money", () => {
  for (const [text, currency, printed] of [
    ["1", "EUR", "1.00 EUR"],
    ["-0.5", "USD", "-0.50 USD"],
    ["1234567.89", "EUR", "1 234 567.89 EUR"],
    ["1234567", "JPY", "1 234 567 JPY"],
  ]) {
    it(`prints ${text} ${currency}`, () => assert.equal(formatMoney(parseMoney(text, currency)), printed));
  }

  it("adds", () => {
    const sum = add(parseMoney("0.10", Currency.Euro), parseMoney("0.20", Currency.Euro));
    assert.deepEqual(sum, { cents: 30n, currency: "EUR" });
  });

  it("does not add apples to oranges", () => {
    assert.throws(() => add(parseMoney("1", "EUR"), parseMoney("1", "USD")), CurrencyMismatch);
  });

  it("counts decimals", () => {
    assert.throws(() => parseMoney("1.5", "JPY"), { name: "RangeError", message: "JPY has 0 decimals: 1.5" });
  });

  it.skip("knows rates");
  it("rounds");
});
