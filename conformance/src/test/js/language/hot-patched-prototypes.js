// Methods and counters of prototypes that a program replaces and puts back all the time.
function Node(name) { this.name = name; this.size = name.length; }
Node.prototype.print = function () { return '<' + this.name + '>'; };
Node.prototype.id = function () { return this.name; };
Node.prototype.ratio = 0.5;
Node.prototype.total = 0;
function Leaf(name) { Node.call(this, name); this.leaf = true; }
Leaf.prototype = Object.create(Node.prototype, { constructor: { value: Leaf } });
Leaf.prototype.id = function () { return 'leaf ' + this.name; };
const nodes = [];
for (let i = 0; i < 60; i++) nodes.push(i % 3 ? new Node('n' + i) : new Leaf('l' + i));

function visit(list) {
  let text = 0;
  for (const node of list) text += node.print().length + node.id().length + node.ratio + node.total;
  return text;
}
function visitLeaf(node) { return node.print() + node.id() + node.ratio; }

let sum = 0;
for (let round = 0; round < 200; round++) {
  const print = Node.prototype.print;
  Node.prototype.print = function () { Node.prototype.total++; return this.id(); };
  sum += visit(nodes);
  Node.prototype.print = print;
  Node.prototype.ratio = round / 4;
  sum += visit(nodes);
  sum += visitLeaf(nodes[0]).length;
}
console.log(sum, Node.prototype.total, nodes[0].ratio);

// The same property as a value of another type, an accessor, read-only, absent, and of the object.
for (const ratio of ['text', 1n, undefined, 2 ** 40, -0]) {
  Node.prototype.ratio = ratio;
  console.log(visitLeaf(nodes[0]), Object.is(nodes[0].ratio, ratio));
}
Object.defineProperty(Node.prototype, 'ratio', { get() { return 'of ' + this.name; }, configurable: true });
console.log(visitLeaf(nodes[0]), visitLeaf(nodes[3]));
delete Node.prototype.ratio;
console.log(visitLeaf(nodes[0]));
Object.prototype.ratio = 'far';
console.log(visitLeaf(nodes[0]));
delete Object.prototype.ratio;
Node.prototype.added = 1;
nodes[0].print = () => 'own ';
console.log(visitLeaf(nodes[0]), visitLeaf(nodes[3]));
Leaf.prototype.print = () => 'nearer ';
console.log(visitLeaf(nodes[0]), visitLeaf(nodes[3]));
Object.setPrototypeOf(Leaf.prototype, null);
console.log(nodes[3].total, nodes[1].total === Node.prototype.total);
Object.freeze(Node.prototype);
Node.prototype.total = -1;
nodes[1].total = -2;
console.log(nodes[1].total === Node.prototype.total, Object.hasOwn(nodes[1], 'total'));

// More properties than fit into a machine word.
class Wide { }
for (let i = 0; i < 100; i++) Wide.prototype['p' + i] = i;
const wide = new Wide();
const last = (object) => object.p99 + object.p70;
let count = 0;
for (let i = 0; i < 5000; i++) { count += last(wide); Wide.prototype.p99 = i; if (i % 100 === 0) Wide.prototype.p70++; }
console.log(count, wide.p99, wide.p70);
