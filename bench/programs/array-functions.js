// Array methods with callbacks: map, filter, reduce, find, flatMap, sort, grouping, on packed and holey arrays.
'use strict';
const bench = require('../harness.js');
const rounds = bench.size(350);


function run() {
  const orders = Array.from({ length: 1000 }, (_, i) => ({
    id: i,
    customer: 'customer' + (i % 37),
    amount: (i * 7919) % 1000,
    items: Array.from({ length: i % 4 }, (_, k) => k * i),
  }));

  let checksum = 0;
  for (let round = 0; round < rounds; round++) {
    const total = orders
      .filter((order) => order.amount > round)
      .map((order) => order.amount * 2)
      .reduce((sum, amount) => sum + amount, 0);
    checksum = (checksum + total) | 0;

    const byCustomer = orders.reduce((groups, order) => {
      (groups[order.customer] ??= []).push(order);
      return groups;
    }, {});
    const best = Object.entries(byCustomer)
      .map(([customer, list]) => [customer, list.reduce((sum, order) => sum + order.amount, 0)])
      .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
      .slice(0, 5);
    for (const [customer, amount] of best) checksum = (checksum * 3 + customer.length + amount) | 0;

    checksum = (checksum + orders.flatMap((order) => order.items).length) | 0;
    checksum = (checksum + orders.findIndex((order) => order.amount === 999 - round)) | 0;
    if (orders.some((order) => order.amount === round) && orders.every((order) => order.id >= 0)) checksum++;
    const last = orders.findLast((order) => order.amount < 100);
    checksum = (checksum + last.id + orders.at(-2).id) | 0;

    const numbers = orders.map((order) => order.amount);
    numbers.length = 1100;
    let seen = 0;
    numbers.forEach(() => seen++);
    checksum = (checksum + seen + numbers.indexOf(500) + (numbers.includes(undefined) ? 1 : 0)) | 0;
    const copy = [...numbers.keys()].reverse().concat(numbers.slice(10, 20)).fill(1, 0, 5);
    copy.splice(3, 2, 'a', 'b', 'c');
    checksum = (checksum + copy.length + copy.join().length) | 0;
    const stack = [];
    for (let i = 0; i < 1000; i++) stack.push(i);
    while (stack.length > 500) checksum = (checksum + stack.pop()) | 0;
    while (stack.length > 400) checksum = (checksum + stack.shift()) | 0;
  }
  return checksum;
}

bench.run('array-functions', run, 5);
