const path = require("node:path");
const { Report, parseLog, tally } = require("../commonjs/index.js");

jest.mock("../commonjs/money.js", () => {
  const money = jest.requireActual("../commonjs/money.js");
  return { ...money, formatMoney: jest.fn(money.formatMoney) };
});
const { formatMoney } = require("../commonjs/money.js");

const LOG = "2024-02-29 food/bread 3.20 EUR # with seeds\n2024-03-01 travel 700 JPY\n";

describe("report", () => {
  afterEach(() => jest.clearAllMocks());

  test("matches its snapshot", () => {
    expect(tally(LOG)).toMatchSnapshot();
    expect([...parseLog(LOG)]).toMatchSnapshot();
  });

  test("formats each sum once", () => {
    Report.of(parseLog(LOG)).toString();
    expect(formatMoney).toHaveBeenCalledTimes(5);
    expect(formatMoney).toHaveBeenCalledWith(expect.objectContaining({ currency: "JPY" }));
  });

  test("uses fake timers", () => {
    jest.useFakeTimers({ now: new Date("2024-05-06T07:08:09Z") });
    const later = jest.fn();
    setTimeout(later, 60_000);
    jest.advanceTimersByTime(60_000);
    expect(later).toHaveBeenCalled();
    expect(new Date().toISOString()).toBe("2024-05-06T07:09:09.000Z");
    jest.useRealTimers();
  });

  test.each([
    ["1", 100n],
    ["0.05", 5n],
  ])("reads %s", (text, cents) => {
    expect([...parseLog(`2024-01-01 a ${text} EUR`)][0].money).toEqual({ cents, currency: "EUR" });
  });

  test("has a file name", () => {
    expect(path.basename(__filename)).toBe("report.test.js");
  });

  test("differs, on purpose", () => {
    expect({ total: 1, list: [1, 2, { three: 3 }] }).toEqual({ total: 2, list: [1, 2, { three: 4 }] });
  });

  test("throws, on purpose", () => {
    tally("nonsense");
  });

  test.todo("rounds");
});
