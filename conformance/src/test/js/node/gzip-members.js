// Gzip data of several members, whole and in pieces that end where members do, and what may follow them.
const zlib = require('zlib');

const members = Buffer.concat([zlib.gzipSync('abc'), zlib.gzipSync('def')]);

function pieces(data, size, make) {
  return new Promise((resolve) => {
    const stream = make();
    let text = '';
    stream.on('data', (chunk) => { text += chunk; });
    stream.on('error', (error) => resolve([error.code, error.message, text]));
    stream.on('end', () => resolve([text, stream.bytesWritten]));
    for (let at = 0; at < data.length; at += size) stream.write(data.subarray(at, at + size));
    stream.end();
  });
}

(async () => {
  for (const size of [1, 23, 46, 1000]) {
    console.log(size, await pieces(members, size, zlib.createGunzip), await pieces(members, size, zlib.createUnzip));
  }
  const tails = { zeros: Buffer.alloc(10), text: Buffer.from('PK tail'), one: Buffer.from([0x1f]), method: Buffer.from([0x1f, 0x8b, 0xff, 0xff]) };
  for (const [name, tail] of Object.entries(tails)) {
    const data = Buffer.concat([members, tail]);
    console.log(name, await pieces(data, 1000, zlib.createGunzip));
    try {
      console.log(name, String(zlib.gunzipSync(data)));
    } catch (error) {
      console.log(name, error.code, error.message);
    }
  }
  console.log('cut', await pieces(members.subarray(0, 30), 7, zlib.createGunzip));
})();
