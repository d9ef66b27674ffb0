// Names and descriptors of the globals that Node 20 has.
const names = ['console', 'process', 'global', 'Buffer', 'queueMicrotask', 'structuredClone', 'URL', 'DOMException',
  'BroadcastChannel', 'AbortController', 'Event', 'EventTarget', 'MessageChannel', 'MessagePort', 'MessageEvent', 'atob',
  'Blob', 'File', 'Performance', 'performance', 'TextEncoder', 'TransformStream', 'ReadableStream', 'WritableStream',
  'CompressionStream', 'fetch', 'FormData', 'Headers', 'Request', 'Response', 'crypto', 'Crypto', 'CryptoKey',
  'SubtleCrypto', 'CustomEvent', 'setTimeout', 'setImmediate'];
for (const name of names) {
  const { enumerable, configurable } = Object.getOwnPropertyDescriptor(globalThis, name);
  console.log(name, typeof globalThis[name], enumerable, configurable);
}
console.log(crypto.getRandomValues(new Uint8Array(4)).length, crypto.randomUUID().length);
for (const attempt of [() => new Crypto(), () => new CryptoKey(), () => crypto.getRandomValues(new Float32Array(1)),
                       () => crypto.getRandomValues(new Uint8Array(70000)), () => crypto.getRandomValues(),
                       () => Crypto.prototype.randomUUID.call({})]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
(async () => {
  const bytes = new TextEncoder().encode('abc');
  for (const name of ['SHA-1', 'sha-256', { name: 'SHA-384' }, 'SHA-512']) {
    console.log(Buffer.from(await crypto.subtle.digest(name, bytes)).toString('hex'));
  }
  await crypto.subtle.digest('x', bytes).catch((error) => console.log(error.name, error.message));
  await crypto.subtle.digest().catch((error) => console.log(error.name, error.code, error.message));
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, true, ['verify', 'sign']);
  console.log(key.type, key.extractable, key.algorithm, key.usages, Object.prototype.toString.call(key));
  const signature = await crypto.subtle.sign('HMAC', key, bytes);
  console.log(Buffer.from(signature).toString('hex'), await crypto.subtle.verify('HMAC', key, signature, bytes));
  console.log(Buffer.from(await crypto.subtle.exportKey('raw', key)).toString(), await crypto.subtle.exportKey('jwk', key));
  const password = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
  console.log(Buffer.from(await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: bytes, iterations: 10 },
                                                         password, 128)).toString('hex'));
  const secret = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits']);
  console.log(Buffer.from(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-1', salt: bytes, info: bytes },
                                                         secret, 64)).toString('hex'));
  await crypto.subtle.exportKey('raw', password).catch((error) => console.log(error.name, error.message));
  await crypto.subtle.sign('HMAC', password, bytes).catch((error) => console.log(error.name, error.message));
  await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-1' }, true, ['encrypt'])
    .catch((error) => console.log(error.name, error.message));
  const made = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-512' }, true, ['sign']);
  console.log(made.algorithm, made.usages);
})();
