// Brotli in pieces: what can be known is answered at once, and malformed data fails where it is malformed.
const zlib = require('zlib');

const text = 'All the words of the language that people have been using since the beginning of time; '.repeat(40);

// With words of the dictionary, empty, and with a small window.
const samples = {
  words: 'G3sAyB2pU588XLrR3RXaW4GUOeWAvdUCy7hudI+xuy3H9Uw5OqZCCeS3LN0gfgpSOpAug9+AkXKYAQ==',
  empty: 'Ow==',
  windowTen: Buffer.from(zlib.brotliCompressSync(text, { params: { [zlib.constants.BROTLI_PARAM_LGWIN]: 10 } })).toString('base64'),
};

function pieces(data, size) {
  const decoder = zlib.createBrotliDecompress();
  const counts = [];
  return new Promise((resolve) => {
    let output = '';
    decoder.on('data', (chunk) => { output += chunk; });
    decoder.on('error', (error) => resolve([error.code, error.errno, error.message, output.length > 0]));
    decoder.on('end', () => resolve([output.length, output === text, counts.length > 1]));
    const write = (at) => {
      if (at >= data.length) decoder.end();
      else decoder.write(data.subarray(at, at + size), () => {
        counts.push(output.length);
        write(at + size);
      });
    };
    write(0);
  });
}

/** Flushed messages come out one by one, while the stream stays open. */
function conversation() {
  const encoder = zlib.createBrotliCompress({ params: { [zlib.constants.BROTLI_PARAM_MODE]: zlib.constants.BROTLI_MODE_TEXT } });
  const decoder = zlib.createBrotliDecompress();
  encoder.pipe(decoder);
  decoder.setEncoding('utf8');
  const messages = ['data: one\n\n', 'data: two\n\n', `data: ${'long '.repeat(20000)}\n\n`, 'data: last\n\n'];
  let received = '';
  let next = 0;
  return new Promise((resolve) => {
    const send = () => {
      encoder.write(messages[next]);
      encoder.flush();
    };
    decoder.on('data', (chunk) => {
      received += chunk;
      if (received !== messages.slice(0, next + 1).join('')) return;
      console.log('message', next, received.length);
      next++;
      if (next < messages.length) send();
      else encoder.end();
    });
    decoder.on('end', resolve);
    send();
  });
}

async function main() {
  for (const size of [1, 7, 100]) {
    for (const [name, data] of Object.entries(samples)) console.log(name, size, await pieces(Buffer.from(data, 'base64'), size));
  }
  await conversation();
  const whole = zlib.brotliCompressSync(text);
  console.log('cut', await pieces(whole.subarray(0, whole.length - 3), 5));
  console.log('more', await pieces(Buffer.concat([whole, Buffer.from('surplus')]), 1000));
  const malformed = {
    window: [0x11], reserved: [0x16], padding: [0x0b, 0x80], exuberant: [0x0c | 1 << 1, 0, 0, 0, 0, 0],
    distance: [0x1b, 0x03, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], noise: [0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
  };
  for (const [name, bytes] of Object.entries(malformed)) console.log(name, await pieces(Buffer.from(bytes), 1));
  for (let i = 0; i < 15; i++) {
    const broken = Buffer.from(samples.words, 'base64');
    broken[i] ^= 0x5a;
    try {
      const output = zlib.brotliDecompressSync(broken);
      console.log(i, output.length);
    } catch (error) {
      console.log(i, error.code, error.errno, error.message);
    }
  }
  try {
    zlib.brotliDecompressSync(zlib.brotliCompressSync(Buffer.alloc(1e6)), { maxOutputLength: 1000 });
  } catch (error) {
    console.log(error.code);
  }
}

main();
