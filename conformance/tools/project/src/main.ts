import { tally } from "./index.js";

const text = `
2024-02-29 food/bread 3.20 EUR # with seeds
2024-03-01 travel/train 12400 JPY
2024-03-02 food/cheese 11.05 EUR
2024-03-02 refund -4.00 USD
`;
console.log(tally(text));
