import assert from "node:assert/strict";
import { LogError, parseLog, Report, tally, tallyAll } from "../build/index.js";

const LOG = "2024-02-29 food/bread 3.20 EUR # with seeds\n\n# a comment\r\n2024-01-05 food 1.00 EUR\n";

describe("report", function () {
  this.slow(60_000);
  let entries;

  beforeEach(() => {
    entries = [...parseLog(LOG)];
  });

  it("reads entries", () => {
    assert.equal(entries.length, 2);
    assert.equal(entries[0].note, "with seeds");
    assert.ok(!("note" in entries[1]));
  });

  it("sums by category", () => {
    assert.deepEqual(
      [...Report.of(entries).lines()],
      ["from 2024-01-05 to 2024-02-29", "total       4.20 EUR", "food        4.20 EUR", "food/bread  3.20 EUR"],
    );
  });

  it("awaits logs", async () => {
    async function* logs() {
      yield LOG;
      yield LOG;
    }
    assert.match(await tallyAll(logs()), /total {7}8\.40 EUR/);
  });

  it("names the line", () => {
    assert.throws(
      () => tally("2024-01-05 food 1.00 EUR\n2024-01-06 food one EUR"),
      (error) => error instanceof LogError && error.line === 2 && error.cause instanceof SyntaxError,
    );
  });

  describe("failures, shown on purpose", () => {
    it("differs", () => assert.deepEqual(entries[0].money, { cents: 321n, currency: "EUR" }));
    it("throws", () => tally("nonsense"));
    it("calls back late", (done) => setTimeout(() => done(new Error("too late")), 1));
    it("rejects", async () => Promise.reject(new TypeError("rejected")));
  });
});
