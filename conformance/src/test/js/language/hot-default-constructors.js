// Classes without a constructor, whose instances hot code makes.
'use strict';

class Base {
  constructor(...args) {
    this.args = args.length;
    this.target = new.target.name;
  }
}
class Plain extends Base {}
class Plainer extends Plain {}
class WithField extends Plainer {
  field = this.args + 1;
}
class WithMethod extends WithField {
  #secret() {
    return 'secret of ' + this.target;
  }
  tell() {
    return this.#secret();
  }
}
class Last extends WithMethod {}
class Two {
  constructor(a, b) {
    this.sum = a + b;
  }
}
class Sum extends Two {}
class Sums extends Sum {
  constructor(a, b) {
    super(a, b);
    this.twice = 2 * this.sum;
  }
}

let total = 0;
let told = '';
for (let i = 0; i < 20000; i++) {
  const last = new Last(i, i);
  total += last.args + last.field + new Sums(i, 1).twice + new Sum(1, 2).sum;
  told = last.tell();
}
console.log(total, told, new Plainer(1, 2, 3, 4, 5, 6, 7).args, new Plain().target);
console.log(Object.keys(new Last()).join(), new Last() instanceof Plain, new Sum('a').sum);
console.log(Reflect.construct(Last, [1], Base).constructor.name, Reflect.construct(Sum, [1, 2], class Other {}).sum);

// The chain of constructors changes; what is no constructor is found where it stands.
Object.setPrototypeOf(Plainer, class Between extends Base {
  constructor() {
    super('one');
    this.between = true;
  }
});
console.log(new Last(1, 2, 3).args, new Last().between);
const outcome = (make) => {
  try {
    return Object.keys(make()).join();
  } catch (error) {
    return error.name + ': ' + error.message;
  }
};
for (const parent of [Math.abs, null, () => 0, class extends null {}, Array, function () { this.plain = 1; }, new Proxy(Base, {})]) {
  Object.setPrototypeOf(Plainer, parent);
  console.log(outcome(() => new Last(1)), '|', outcome(() => new Plainer(1)));
}

// Constructors that only pass on do not appear in stack traces, but for the one that is called.
class Failing {
  constructor() {
    throw new Error('failed');
  }
}
class Middle extends Failing {}
class Outer extends Middle {}
class Outermost extends Outer {
  constructor() {
    super();
  }
}
for (const make of [() => new Outer(), () => new Outermost()]) {
  try {
    make();
  } catch (error) {
    console.log(error.stack.split('\n').slice(0, 4).map((line) => line.trim().replace(/\S*\//, '')).join(', '));
  }
}
