'use strict';

// Brotli both ways: what is written can be read, and is smaller; sizes are the implementation's own business.
const zlib = require('zlib');
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_MODE, BROTLI_OPERATION_FLUSH } = zlib.constants;

let seed = 1;
const random = (below) => (seed = (seed * 48271) % 0x7fffffff) % below;
const words = Array.from({ length: 300 }, () => Array.from({ length: 2 + random(8) }, () => 'etaoin shrdlu'[random(13)]).join(''));
const text = Buffer.from(Array.from({ length: 30000 }, () => words[random(300) * random(300) % 300]).join(' '));
const noise = Buffer.from(Array.from({ length: 200000 }, () => random(256)));
const samples = {
  empty: Buffer.alloc(0), one: Buffer.from('x'), two: Buffer.from('xy'), run: Buffer.alloc(400000, 'a'), text, noise,
  mixed: Buffer.concat([text.subarray(0, 70000), noise, text]),
  bytes: Buffer.from(Array.from({ length: 256 }, (_, i) => i)),
  four: Buffer.from('abcdabdcabcd'),
};
for (const [name, sample] of Object.entries(samples)) {
  for (const quality of [0, 1, 4, 5, 11]) {
    const packed = zlib.brotliCompressSync(sample, { params: { [BROTLI_PARAM_QUALITY]: quality } });
    const small = packed.length <= sample.length + 16 && (name === 'noise' || sample.length < 300 || packed.length < sample.length);
    console.log(name, quality, zlib.brotliDecompressSync(packed).equals(sample), small);
  }
}
for (let bits = 9; bits <= 25; bits++) {
  const packed = zlib.brotliCompressSync(samples.mixed, { params: { [BROTLI_PARAM_LGWIN]: bits, [BROTLI_PARAM_QUALITY]: 5, [BROTLI_PARAM_MODE]: 1 } });
  console.log(bits, zlib.brotliDecompressSync(packed).equals(samples.mixed));
}
console.log(zlib.brotliDecompressSync(zlib.brotliCompressSync('a string')).toString());
for (const params of [{ x: 1 }, { 10: 1 }, { [BROTLI_PARAM_QUALITY]: 'high' }]) {
  try {
    zlib.createBrotliCompress({ params });
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}

const parts = [];
const stream = zlib.createBrotliCompress({ params: { [BROTLI_PARAM_QUALITY]: 6 } });
stream.on('data', (part) => parts.push(part));
stream.write(text.subarray(0, 1000));
stream.flush(BROTLI_OPERATION_FLUSH, () => {
  console.log('flushed', parts.length > 0);
  for (let at = 1000; at < text.length; at += 7777) stream.write(text.subarray(at, at + 7777));
  stream.end();
});
stream.on('end', () => {
  const packed = Buffer.concat(parts);
  console.log('stream', stream.bytesWritten === text.length, zlib.brotliDecompressSync(packed).equals(text));
  zlib.brotliCompress(text, (error, result) => {
    console.log(error, zlib.brotliDecompressSync(result).equals(text), zlib.BrotliCompress.name, new zlib.BrotliCompress() instanceof zlib.BrotliCompress);
  });
});
