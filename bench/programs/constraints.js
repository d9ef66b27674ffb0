// A spreadsheet of objects: cells, formulas and one-way constraints, recomputed incrementally in dependency order.
'use strict';
const bench = require('../harness.js');
const rounds = bench.size(550);

class Cell {
  constructor(name, value) {
    this.name = name;
    this.value = value;
    this.dependents = [];
    this.rank = 0;
    this.mark = 0;
  }
}

class Constraint {
  constructor(output, inputs) {
    this.output = output;
    this.inputs = inputs;
    this.executions = 0;
    let rank = 0;
    for (const input of inputs) {
      input.dependents.push(this);
      rank = Math.max(rank, input.rank);
    }
    output.rank = rank + 1;
  }
  execute() {
    this.executions++;
    const value = this.compute();
    if (value === this.output.value) return false;
    this.output.value = value;
    return true;
  }
}

class Sum extends Constraint {
  compute() {
    let sum = 0;
    for (const input of this.inputs) sum += input.value;
    return sum & 0xffffff;
  }
}

class Scale extends Constraint {
  constructor(output, input, factor, offset) {
    super(output, [input]);
    this.factor = factor;
    this.offset = offset;
  }
  compute() {
    return (this.inputs[0].value * this.factor + this.offset) & 0xffffff;
  }
}

class Clamp extends Constraint {
  constructor(output, input, low, high) {
    super(output, [input]);
    this.low = low;
    this.high = high;
  }
  compute() {
    const value = this.inputs[0].value;
    return value < this.low ? this.low : value > this.high ? this.high : value;
  }
}

class Planner {
  constructor() {
    this.currentMark = 0;
    this.executed = 0;
  }
  plan(source) {
    const mark = ++this.currentMark;
    const found = [];
    const todo = [source];
    while (todo.length > 0) {
      const cell = todo.pop();
      for (const constraint of cell.dependents) {
        if (constraint.output.mark !== mark) {
          constraint.output.mark = mark;
          found.push(constraint);
          todo.push(constraint.output);
        }
      }
    }
    return found.sort((a, b) => a.output.rank - b.output.rank);
  }
  change(cell, value) {
    cell.value = value;
    const dirty = new Set([cell]);
    for (const constraint of this.plan(cell)) {
      if (constraint.inputs.some((input) => dirty.has(input))) {
        this.executed++;
        if (constraint.execute()) dirty.add(constraint.output);
      }
    }
  }
}

function chain(planner, length) {
  const first = new Cell('first', 0);
  let last = first;
  for (let i = 0; i < length; i++) {
    const next = new Cell('c' + i, 0);
    if (i % 3 === 0) new Clamp(next, last, 0, 1 << 20);
    else new Scale(next, last, 1 + (i % 2), i);
    last = next;
  }
  for (let i = 1; i <= 4; i++) planner.change(first, i * 5);
  return last.value;
}

function pyramid(planner, width) {
  const base = Array.from({ length: width }, (_, i) => new Cell('b' + i, i));
  let row = base;
  while (row.length > 1) {
    const above = [];
    for (let i = 0; i + 1 < row.length; i += 2) {
      const cell = new Cell('p', 0);
      new Sum(cell, [row[i], row[i + 1]]);
      above.push(cell);
    }
    row = above;
  }
  for (let i = 0; i < width; i++) planner.change(base[i], i * i);
  return row[0].value;
}

function run() {
  const planner = new Planner();
  let checksum = 0;
  for (let round = 0; round < rounds; round++) {
    checksum = (checksum * 33 + chain(planner, 200 + (round % 7)) + pyramid(planner, 128)) | 0;
  }
  return [checksum, planner.executed].join(' ');
}

bench.run('constraints', run, 4);
