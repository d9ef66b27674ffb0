// Part of the training run: executes the interpreter's ops with all kinds of operands, so that HotSpot's profiles of the
// steps have seen every case. What a profile lacks is compiled to a trap, and the step that reaches it is compiled again.
// The functions are made anew for each round, which keeps the optimizing tier from taking them over.
'use strict';

function round(seed) {
  const symbol = Symbol('key');

  function integers(n) {
    let a = seed | 0;
    let b = 7;
    for (let i = 0; i < n; i++) {
      a = (a + i * 31) & 0xfffff;
      b = b ^ (a << 3) ^ (a >> 2) ^ (a >>> b % 5);
      if (a > b) b = a - b;
      if (a >= i && b <= a) a--;
      if (b === i || a !== b) a = a | (b & 255);
      if (i % 3 === 0) a = ~a & 0xffff;
      if (i % 5 == 1 || a < 3) b = -b | 0;
      if (!(a < b) && !(i >= 100) && !(b > 5)) a += 2;
      a = (a * 3 + (b % 7) * 5 - 9) % 10007;
      b = a / 2 > 10 ? (a / 4) | 0 : b << 1;
      b = (b >>> 1) ^ (b >> 3) | 1;
      a = a << i % 4 >> i % 3 >>> 1;
      const less = a < b, more = a > b, same = a === b, other = a !== b, most = a <= b, least = a >= b;
      if (less === more) a++;
      if ((same || other) && (most != least)) a ^= 1;
    }
    do {
      b--;
    } while (b > 1000);
    return a + b;
  }

  function reals(n) {
    let x = 0.5;
    let y = seed + 0.25;
    let count = 0;
    for (let i = 1; i <= n; i++) {
      x = x * 1.0001 + i / 3 - y;
      y = y / 1.5 + x * 0.25 - 1;
      x += i;
      y = i - y * 2;
      x = -x;
      if (x > y) count++;
      if (x < 0.5) x = x - 1;
      if (y >= 100.5) y -= 100;
      if (x <= y && !(y > 1e9)) count += 2;
      if (x === y || x !== x) count--;
      if (x > 1e6 || x < -1e6) x = x % 1000;
      count = (x | 0) ^ (y | 0) ^ count;
      count = Math.floor(x) + Math.max(count, 1) > 0 ? count & 0xffff : 0;
      if (x > 3) x--;
      if (i < y) y = 1.5;
      for (let t = 0.5; t < 2; t += 0.75) count++;
    }
    return x + y + count + 2147483647 + count * 65537 * 65537;
  }

  // Every operator with operands of every kind.
  function mixed() {
    const values = [seed | 0, 1.5, 'text', null, undefined, true, { valueOf: () => 3 }, symbol, 'a'.concat(seed)];
    let count = 0;
    for (const x of values) {
      for (const y of values) {
        if (x === y) count++;
        if (x !== y) count--;
        if (x === 1) count++;
        if (x !== 'text') count++;
        if (x === 'text') count--;
        if (x == null || y != undefined) count++;
        const same = x === y, other = x !== y;
        if (x) count++;
        if (!y) count++;
        switch (typeof x) {
          case 'string':
            count += x.length;
            break;
          case 'object':
            count--;
        }
        if (typeof x === 'symbol' || typeof y === 'symbol') continue;
        if (x == y) count++;
        if (x != y || x == 1) count--;
        if (x < y) count++;
        if (x <= y) count++;
        if (x > y) count++;
        if (x >= y) count++;
        if (!(x < y) && !(x > y)) count++;
        if (!(x <= y) || !(x >= y)) count++;
        if (x < 2 || x > 5 || x <= 1 || x >= 9) count++;
        const less = x < y, more = x > y, most = x <= y, least = x >= y, like = x == y, unlike = x != y;
        const sum = [x + y, x - y, x * y, x / y, x % y, x ** y, x & y, x | y, x ^ y, x << y, x >> y, x >>> y];
        const near = [x + 1, x - 1, x * 2, x / 2, x % 2, x & 1, x | 1, x ^ 1, x << 1, x >> 1, x >>> 1, -x, +x, ~x];
        const text = `${x}${y}` + x + y;
        let z = x;
        z++;
        count += sum.length + near.length + text.length + [less, more, most, least, like, unlike, same, other].length;
      }
    }
    return count;
  }

  class Point {
    #hidden = 1;
    static made = 0;
    constructor(x, y) {
      this.x = x;
      this.y = y;
      Point.made++;
    }
    plus(other) {
      return new Point(this.x + other.x, this.y + other.y);
    }
    get length() {
      return Math.sqrt(this.x * this.x + this.y * this.y);
    }
    set scale(by) {
      this.x *= by;
    }
    bump() {
      this.#hidden++;
      return this.#hidden;
    }
  }
  class Space extends Point {
    constructor(x, y, z) {
      super(x, y);
      this.z = z;
      this.tag = 'space';
      this.extra = null;
    }
    plus(other) {
      const flat = super.plus(other);
      flat.z = this.z;
      return flat;
    }
  }
  function Old(value) {
    this.value = value;
    this.next = null;
  }
  Old.prototype.get = function () {
    return this.value;
  };

  function objects(n) {
    let point = new Point(1, 2);
    let list = null;
    let total = 0;
    const shapes = [{ v: 1 }, { a: 1, v: 2 }, { b: 1, c: 2, v: 3 }, { d: 1, e: 2, f: 3, g: 4, v: 5 }, { h: 1, v: 6 }, { i: 1, v: 7 }];
    for (let i = 0; i < n; i++) {
      point = (i & 1 ? point : new Space(i, 2, 3)).plus(new Point(i, 0.5));
      point.scale = 0.5;
      point.label = 'p';
      point.x = i;
      total += point.bump() + point.length;
      const old = new Old(i);
      old.next = list;
      list = i % 50 ? old : null;
      if (old.next !== null && old.next instanceof Old) total += old.next.get();
      const shape = shapes[i % (i & 8 ? 2 : 6)];
      shape.v = shape.v + 1;
      total += shape.v;
      const record = { i, name: 'n' + i, ['k' + (i & 3)]: true, [symbol]: 1, get twice() { return this.i * 2; } };
      total += record.twice + record[symbol];
      if (record.k1) total++;
      if (record.missing === undefined || record.missing == null) total++;
      if (record.missing?.deep || !record.name) total--;
      total += (record.missing ?? 1) + ('name' in record ? 1 : 0);
      delete record.name;
      const { v, ...rest } = shape;
      const [first, second = 2, ...others] = [v, undefined, 3, 4];
      total += first + second + others.length + Object.keys(rest).length;
      for (const key in shape) total += key.length;
    }
    return total;
  }

  function arrays(n) {
    const ints = [];
    const reals = [0.5];
    const things = [];
    const bytes = new Uint8Array(16);
    const floats = new Float64Array(8);
    const words = new Int32Array(8);
    let total = 0;
    for (let i = 0; i < n; i++) {
      ints.push(i);
      ints[i] = i + 1;
      reals[i] = i + 0.5;
      things.push({ i });
      bytes[i & 15] = i;
      floats[i & 7] = reals[i] * 2;
      words[i & 7] += i;
      total += ints[i >> 1] + reals[i >> 1] + things[i >> 1].i + bytes[i & 15] + floats[i & 7] + words[3] + ints[0];
      ints[i >> 1]++;
      reals[i >> 1] += 1;
      things[i >> 1] = things[i];
      total += ints.length + 'text'.length + (ints[n + 5] === undefined ? 1 : 0);
    }
    for (const value of ints) total += value;
    for (const [index, value] of things.entries()) if (value.i === index) total++;
    for (const value of new Set(ints)) if (value > 10) break;
    total += ints.map((v) => v + 1).filter((v) => v % 2 === 0).reduce((a, b) => a + b, 0);
    total += Math.max(...ints.slice(0, 5)) + [...ints, ...reals].indexOf(3);
    things.sort((a, b) => b.i - a.i);
    ints.sort((a, b) => a - b);
    ints.forEach(function (value, index) {
      total += value * index;
    });
    const [a, b] = [ints[1], ints[0]];
    [ints[0], ints[1]] = [b, a];
    return total;
  }

  function texts(n) {
    let text = '';
    let total = 0;
    const kinds = ['alpha', 'beta', 'gamma', 'delta'];
    for (let i = 0; i < n; i++) {
      text += kinds[i & 3] + i;
      const kind = kinds[(i * 7) & 3];
      switch (kind) {
        case 'alpha':
          total++;
          break;
        case 'beta':
          total += 2;
          break;
        default:
          total += kind.length;
      }
      switch (i % 6) {
        case 0:
          total++;
          break;
        case 1:
          total--;
          break;
        case 2:
        case 3:
          total ^= 3;
          break;
        case 4:
          continue;
      }
      if (kind === 'gamma' || kind !== 'delta') total++;
      if (kind === kinds[i & 1] || kind < 'c' || kind > 'b') total++;
      if (text) total += text.charCodeAt(i) + (text[i] === 'a' ? 1 : 0);
      total += `${kind}:${i}:${total & 7}`.length;
      if (typeof kind === 'string' && typeof i !== 'object') total++;
      const map = (total & 1 ? [1, 'one'] : [2, 'two'])[1];
      total += map.indexOf('o') + parseInt('12', 10) + +'3';
    }
    return total + text.split('a').join('').length;
  }

  function scopes(n) {
    let counter = 0;
    const adders = [];
    for (let i = 0; i < n; i++) {
      let local = i;
      const add = (by) => (counter += by + local++);
      adders.push(() => add(i) + counter);
      {
        const inner = () => local + counter;
        counter = inner() & 0xfff;
      }
    }
    const compose = (f, g) => (x) => f(g(x));
    const twice = compose((x) => x * 2, (x) => x + 1);
    function optional(a, b = a + 1, ...rest) {
      return a + b + rest.length + arguments.length;
    }
    function recursive(k) {
      return k < 2 ? k : recursive(k - 1) + recursive(k - 2);
    }
    for (const adder of adders) counter = (counter + adder() + twice(1) + optional(1) + optional(1, 2, 3)) & 0xffff;
    return counter + recursive(10) + optional.call(null, 1) + optional.apply(null, [1, 2]) + optional(...[1, 2, 3]);
  }

  function* generate(n) {
    for (let i = 0; i < n; i++) {
      const sent = yield i;
      if (sent) yield* [sent, sent];
    }
    return 1;
  }

  function control(n) {
    let total = 0;
    for (const value of generate(n)) total += value;
    const generator = generate(5);
    generator.next();
    generator.next(7);
    generator.return(1);
    const map = new Map();
    for (let i = 0; i < n; i++) {
      map.set(i % 10, (map.get(i % 10) ?? 0) + 1);
      try {
        if (i % 8 === 0) throw new Error('thrown');
        if (i % 9 === 0) null.property;
        total++;
      } catch (error) {
        total += error.message.length;
      } finally {
        total--;
      }
      outer: for (let j = 0; j < 3; j++) {
        for (let k = 0; ; k++) {
          if (k === j) continue outer;
          if (k > 1) break outer;
        }
      }
      let flag = i & 1 ? true : null;
      while (flag) flag = false;
      if (!flag && (i || total)) total++;
      total += Number(10n * BigInt(i) & 0xffn);
    }
    for (const [key, value] of map) total += key * value;
    return total;
  }

  return [integers(400), reals(200), mixed(), objects(100), arrays(120), texts(120), scopes(60), control(80)];
}

const source = round.toString();
for (let seed = 0; seed < 150; seed++) new Function(`return ${source}`)()(seed);
