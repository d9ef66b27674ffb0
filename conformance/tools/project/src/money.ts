/** An amount in the smallest unit of its currency: never a fraction. */
export interface Money {
  readonly cents: bigint;
  readonly currency: Currency;
}

export enum Currency {
  Euro = "EUR",
  Dollar = "USD",
  Yen = "JPY",
}

const DECIMALS: Record<Currency, number> = {
  [Currency.Euro]: 2,
  [Currency.Dollar]: 2,
  [Currency.Yen]: 0,
};

export class CurrencyMismatch extends Error {
  constructor(
    readonly left: Currency,
    readonly right: Currency,
  ) {
    super(`cannot add ${left} and ${right}`);
    this.name = "CurrencyMismatch";
  }
}

export function isCurrency(text: string): text is Currency {
  return (Object.values(Currency) as string[]).includes(text);
}

export function parseMoney(amount: string, currency: Currency): Money {
  const match = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<fraction>\d+))?$/u.exec(amount);
  if (!match?.groups) {
    throw new SyntaxError(`not an amount: ${amount}`);
  }
  const decimals = DECIMALS[currency];
  const fraction = match.groups["fraction"] ?? "";
  if (fraction.length > decimals) {
    throw new RangeError(`${currency} has ${decimals} decimals: ${amount}`);
  }
  const digits = match.groups["whole"]! + fraction.padEnd(decimals, "0");
  return { cents: BigInt(match.groups["sign"] + digits), currency };
}

export function add(left: Money, right: Money): Money {
  if (left.currency !== right.currency) {
    throw new CurrencyMismatch(left.currency, right.currency);
  }
  return { cents: left.cents + right.cents, currency: left.currency };
}

export function formatMoney({ cents, currency }: Money): string {
  const decimals = DECIMALS[currency];
  const sign = cents < 0n ? "-" : "";
  const digits = String(cents < 0n ? -cents : cents).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, " ");
  return `${sign}${grouped}${decimals ? "." + digits.slice(-decimals) : ""} ${currency}`;
}
