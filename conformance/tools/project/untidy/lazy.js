export async function load(name) {
  const { money } = await import("../build/index.js");
  return money.formatMoney(money.parseMoney(name, "EUR"));
}

load("12.5").then(console.log);
