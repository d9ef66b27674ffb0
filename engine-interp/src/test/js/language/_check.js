// Prepended to every test: check(actual, expected) compares by a simple printed form.
var log = [];
function show(v) {
  if (Array.isArray(v)) return '[' + v.map(show).join(',') + ']';
  if (Object.is(v, -0)) return '-0';
  if (typeof v === 'string') return JSON.stringify(v);
  if (typeof v === 'bigint') return v + 'n';
  if (typeof v === 'object' && v !== null && !(v instanceof Error))
    return '{' + Reflect.ownKeys(v).map((k) => String(k) + ':' + show(v[k])).join(',') + '}';
  return String(v);
}
function check(actual, expected) {
  if (show(actual) !== show(expected)) throw new Error('expected ' + show(expected) + ' but got ' + show(actual));
}
function throws(type, f, message) {
  try { f(); } catch (e) {
    if (!(e instanceof type)) throw new Error('expected ' + type.name + ' but got ' + e);
    if (message !== undefined) check(e.message, message);
    return;
  }
  throw new Error('expected ' + type.name + ': ' + f);
}
function trace(v) { log.push(v); return v; }
function takeLog() { const l = log; log = []; return l; }
