// util.MIMEType and util.MIMEParams.
const { MIMEType, MIMEParams } = require('util');

const type = new MIMEType(' Text/HTML ;A=b; c="d e";a=2;broken;=x;e=;f="q\\"r" junk;g="\u00e9"');
console.log(String(type), JSON.stringify(type), type.type, type.subtype, type.essence);
console.log([...type.params], [...type.params.keys()], type.params.get('c'), type.params.get('none'), type.params.has('e'));
console.log(Object.getOwnPropertyNames(MIMEType.prototype), Object.getOwnPropertyNames(MIMEParams.prototype));
for (const text of ['text', '/a', 'a/', 'te xt/a', 'a/b c', 'a/b;x=1; x=2;y="', 'a/b;c=\u00e9', 'a/b;c=\u0416', '']) {
  try {
    console.log(JSON.stringify(text), String(new MIMEType(text)));
  } catch (error) {
    console.log(JSON.stringify(text), error.code, error.message);
  }
}
const attempts = [
  () => { type.type = 'a b'; },
  () => { type.subtype = ''; },
  () => { type.essence = 'a/b'; },
  () => type.params.set('a b', 1),
  () => type.params.set('a', '\u00e9\n'),
];
for (const attempt of attempts) {
  try {
    attempt();
    console.log('no error', type.essence);
  } catch (error) {
    console.log(error.code, error.message);
  }
}
type.type = 'IMAGE';
type.params.set('q', 'a"\\b');
type.params.delete('a');
console.log(String(type), type, type.params, new MIMEParams());
