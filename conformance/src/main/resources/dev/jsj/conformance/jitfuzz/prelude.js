// What every generated program starts with: a checksum of all it computes, and the first values in clear.
let H = 17, lines = 0, shown = 0;
function show(v, depth) {
  switch (typeof v) {
    case 'number': return Object.is(v, -0) ? '-0' : String(v);
    case 'bigint': return v + 'n';
    case 'string': return v.length > 40 ? v.slice(0, 30) + '~' + v.length : "'" + v + "'";
    case 'function': return 'function ' + v.name;
    case 'symbol': return v.toString();
    case 'object': break;
    default: return String(v);
  }
  if (v === null) return 'null';
  try {
    if (v instanceof Error) return v.name + ': ' + v.message;
    if (depth > 2) return '..';
    let text = '';
    if (Array.isArray(v) || ArrayBuffer.isView(v)) {
      for (let i = 0; i < v.length && i < 12; i++) text += (i in v ? show(v[i], depth + 1) : '') + ',';
      return '[' + text + v.length + ']';
    }
    if (v instanceof Map || v instanceof Set) {
      for (const e of v) if (text.length < 200) text += show(e, depth + 1) + ',';
      return '(' + text + v.size + ')';
    }
    for (const k of Object.keys(v)) if (text.length < 300) text += k + ':' + show(v[k], depth + 1) + ',';
    return '{' + text + '}';
  } catch (e) {
    return '!' + e;
  }
}
function fold(text) {
  for (let i = 0; i < text.length; i++) H = (Math.imul(H, 31) + text.charCodeAt(i)) | 0;
}
function mix(v) {
  if (typeof v === 'number' && v === (v | 0) && v !== 0) H = (Math.imul(H, 31) + v) | 0;
  else fold(show(v, 0));
  if ((++lines & 63) === 1 && shown < 40) {
    shown++;
    print('#' + lines + ' ' + show(v, 0) + ' ' + H);
  }
  return v;
}
function caught(e) {
  if (e instanceof Error) {
    fold(e.name + e.message);
    if (shown < 40 && ++shown) print('caught ' + e.name + ': ' + e.message + ' ' + where(e));
  } else mix(e);
}
function where(e) {
  return String(e.stack).split('\n').slice(1, 4).map(place).join(' < ');
}
function place(line) {
  return line.slice(Math.max(line.lastIndexOf('/'), line.lastIndexOf('(')) + 1).trim();
}
function lim(v) {
  return typeof v === 'string' && v.length > 60 ? v.slice(3, 20) : typeof v === 'bigint' ? BigInt.asIntN(80, v) : v;
}
