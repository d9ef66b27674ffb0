// A Lisp in a page: reader, evaluator with tail calls through a trampoline, macros, error messages.
function read(text) {
  const tokens = text.match(/[()']|"(?:\\.|[^"])*"|[^\s()']+/g) ?? [];
  const next = () => {
    const token = tokens.shift();
    if (token === undefined) throw new SyntaxError('unexpected end');
    if (token === '(') {
      const list = [];
      while (tokens[0] !== ')') list.push(next());
      tokens.shift();
      return list;
    }
    if (token === ')') throw new SyntaxError('unexpected )');
    if (token === "'") return ['quote', next()];
    if (token[0] === '"') return { text: JSON.parse(token) };
    const number = Number(token);
    return Number.isNaN(number) ? token : number;
  };
  const forms = [];
  while (tokens.length > 0) forms.push(next());
  return forms;
}
class Env extends Map {
  constructor(parent, names = [], values = []) {
    super();
    this.parent = parent;
    names.forEach((name, i) =>
      name === '.'
        ? this.set(names[i + 1], values.slice(i))
        : names[i - 1] !== '.' && this.set(name, values[i]),
    );
  }
  find(name) {
    let env = this;
    while (env && !env.has(name)) env = env.parent;
    if (!env) throw new ReferenceError(`unbound: ${name}`);
    return env;
  }
}
const macros = new Map();
function evaluate(x, env) {
  for (;;) {
    if (typeof x === 'string') return env.find(x).get(x);
    if (!Array.isArray(x)) return x?.text ?? x;
    const [head, ...rest] = x;
    if (macros.has(head)) {
      x = macros.get(head)(...rest);
      continue;
    }
    switch (head) {
      case 'quote':
        return rest[0];
      case 'if':
        x = evaluate(rest[0], env) !== false ? rest[1] : (rest[2] ?? false);
        continue;
      case 'define':
        env.set(rest[0], evaluate(rest[1], env));
        return undefined;
      case 'set!':
        env.find(rest[0]).set(rest[0], evaluate(rest[1], env));
        return undefined;
      case 'lambda':
        return Object.assign(
          (...args) => evaluate(['begin', ...rest.slice(1)], new Env(env, rest[0], args)),
          { params: rest[0], body: rest.slice(1), env },
        );
      case 'defmacro': {
        const f = evaluate(['lambda', ...rest.slice(1)], env);
        macros.set(rest[0], f);
        return undefined;
      }
      case 'begin':
        rest.slice(0, -1).forEach((form) => evaluate(form, env));
        x = rest.at(-1);
        continue;
      case 'let':
        x = [['lambda', rest[0].map((b) => b[0]), ...rest.slice(1)], ...rest[0].map((b) => b[1])];
        continue;
      default: {
        const [f, ...args] = x.map((form) => evaluate(form, env));
        if (typeof f !== 'function') throw new TypeError(`not a function: ${JSON.stringify(f)}`);
        if (!f.body) return f(...args);
        env = new Env(f.env, f.params, args);
        x = ['begin', ...f.body];
      }
    }
  }
}
const globals = new Env(null);
const fold =
  (op) =>
  (...xs) =>
    xs.reduce(op);
Object.entries({
  '+': fold((a, b) => a + b),
  '-': (a, ...r) => (r.length ? r.reduce((x, y) => x - y, a) : -a),
  '*': fold((a, b) => a * b),
  '=': (a, b) => a === b,
  '<': (a, b) => a < b,
  list: (...xs) => xs,
  cons: (a, b) => [a, ...b],
  car: (l) => l[0],
  cdr: (l) => l.slice(1),
  'null?': (l) => l.length === 0,
  map: (f, l) => l.map((v) => f(v)),
  display: (v) => console.log('display', v),
  apply: (f, l) => f(...l),
}).forEach(([k, v]) => globals.set(k, v));
globals.set('#t', true).set('#f', false);
const run = (text) => {
  try {
    let result;
    for (const form of read(text)) result = evaluate(form, globals);
    console.log(JSON.stringify(result) ?? 'nothing');
  } catch (e) {
    console.log(`${e.name}: ${e.message}`);
  }
};
run('(define fact (lambda (n) (if (= n 0) 1 (* n (fact (- n 1)))))) (fact 20)');
run('(define loop (lambda (n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))) (loop 20000 0)');
run("(defmacro unless (c . body) (list 'if c #f (cons 'begin body))) (unless #f 1 2)");
run('(let ((x 2) (y 3)) (* x y))');
run('(define counter (let ((n 0)) (lambda () (set! n (+ n 1)) n))) (counter) (counter) (counter)');
run("(map (lambda (x) (* x x)) '(1 2 3))");
run('(apply + (list 1 2 3))');
run('(display "hi \\"there\\"")');
run('(undefined-thing 1)');
run('(1 2)');
run('(+ 1');
run(')');
run('((lambda (a . more) more) 1 2 3)');
