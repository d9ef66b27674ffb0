// Variables of closures that are written once, at most, and those that only look like it.
function counterOf(read) {
  let undefinedSeen = 0;
  for (let i = 0; i < 30000; i++) if (read() === undefined) undefinedSeen++;
  return undefinedSeen;
}

function late() {
  function read() { return value; }
  const before = counterOf(read);
  var value = { a: 1 };
  return [before, counterOf(read), read()];
}

function functionThenVar() {
  function read() { return named(); }
  function named() { return 'function'; }
  for (let i = 0; i < 30000; i++) read();
  const first = read();
  var named = () => 'var';
  return [first, read()];
}

function parameterThenVar(parameter) {
  function read() { return parameter; }
  for (let i = 0; i < 30000; i++) read();
  const first = read();
  var parameter = 'var';
  return [first, read()];
}

function copyOfParameter(value, read = () => value) {
  function inner() { return value; }
  for (let i = 0; i < 30000; i++) inner();
  const first = inner();
  var value = 'body';
  for (let i = 0; i < 30000; i++) inner();
  return [first, inner(), read()];
}

function inLoop() {
  const seen = [];
  let i = 0;
  function read() { return each; }
  do {
    var each = i;
    for (let k = 0; k < 30000; k++) read();
    seen.push(read());
  } while (++i < 3);
  return seen;
}

function inHead() {
  const seen = [];
  function read() { return head; }
  let left = 3;
  while ((head = left--) > 0) {
    for (let k = 0; k < 30000; k++) read();
    seen.push(read());
  }
  var head;
  for (var element of ['x', 'y']) {
    const other = () => element;
    for (let k = 0; k < 30000; k++) other();
    seen.push(other());
  }
  return seen;
}

function fromInside() {
  var value = 1;
  function write(next) { value = next; }
  function read() { return value; }
  for (let i = 0; i < 30000; i++) read();
  write(2);
  return read();
}

function inBlocks() {
  function read() { return value; }
  { value = 'first'; }
  for (let i = 0; i < 30000; i++) read();
  const first = read();
  { value = 'second'; }
  var value;
  return [first, read()];
}

function block() {
  function read() { return typeof inner; }
  const seen = [];
  for (let i = 0; i < 30000; i++) read();
  seen.push(read());
  {
    function inner() {}
  }
  seen.push(read());
  return seen;
}

function enumeration() {
  var Kind;
  (function (Kind) {
    Kind[(Kind['A'] = 0)] = 'A';
    Kind[(Kind['B'] = 1)] = 'B';
  })(Kind || (Kind = {}));
  function name(kind) { return kind === Kind.A ? 'a' : Kind[kind]; }
  let names = '';
  for (let i = 0; i < 30000; i++) names = name(i & 1) + names.slice(0, 5);
  Kind.A = 1;
  return [names, name(0), name(1)];
}

function deleted() {
  var table = { a: () => 1, b: { c: 2 } };
  function sum() { return table.a() + (table.b === undefined ? 100 : table.b.c); }
  let total = 0;
  for (let i = 0; i < 30000; i++) total += sum();
  table.a = () => 10;
  total += sum();
  delete table.b;
  total += sum();
  Object.defineProperty(table, 'b', { get() { return { c: 1000 }; } });
  return total + sum();
}

for (const test of [late, functionThenVar, () => parameterThenVar('parameter'), () => copyOfParameter('parameter'), inLoop, inHead,
  fromInside, inBlocks, block, enumeration, deleted]) {
  console.log(JSON.stringify(test()));
}
