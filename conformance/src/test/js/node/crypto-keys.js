'use strict';

// Ciphers, keys, signatures, key agreement. What is random is only checked, not shown.

const crypto = require('crypto');

function attempt(label, action) {
  try {
    console.log(label, action());
  } catch (error) {
    console.log(label, error.name, error.code, error.message);
  }
}

const data = 'The quick brown fox jumps over the lazy dog, and then some more text to fill blocks.';
for (const name of ['aes-128-cbc', 'aes-256-cbc', 'aes-192-ecb', 'aes-256-ctr', 'aes-128-cfb', 'aes-128-cfb8', 'aes-128-ofb',
                    'aes-256-gcm', 'aes-128-gcm', 'chacha20-poly1305', 'chacha20', 'des-ede3-cbc']) {
  const { keyLength, ivLength = 0 } = crypto.getCipherInfo(name);
  const key = Buffer.alloc(keyLength, 'key bytes!');
  const iv = ivLength === 0 ? null : Buffer.alloc(ivLength, 7);
  const authenticated = /gcm|poly/.test(name);
  const options = authenticated ? { authTagLength: 16 } : undefined;
  const cipher = crypto.createCipheriv(name, key, iv, options);
  if (authenticated) cipher.setAAD(Buffer.from('extra'));
  const text = cipher.update(data.slice(0, 33), 'utf8', 'hex') + cipher.update(data.slice(33), 'utf8', 'hex') + cipher.final('hex');
  console.log(name, text, authenticated ? cipher.getAuthTag().toString('hex') : '');
  const decipher = crypto.createDecipheriv(name, key, iv, options);
  if (authenticated) decipher.setAAD(Buffer.from('extra')).setAuthTag(cipher.getAuthTag());
  console.log(decipher.update(text, 'hex', 'utf8') + decipher.final('utf8') === data);
}
console.log(crypto.getCipherInfo('aes-128-cbc'), crypto.getCipherInfo('aes256'), crypto.getCipherInfo('nope'));

attempt('unknown', () => crypto.createCipheriv('nope', '', ''));
attempt('key length', () => crypto.createCipheriv('aes-128-cbc', 'short', Buffer.alloc(16)));
attempt('iv length', () => crypto.createCipheriv('aes-128-cbc', Buffer.alloc(16), Buffer.alloc(3)));
attempt('bad decrypt', () => {
  const decipher = crypto.createDecipheriv('aes-128-cbc', Buffer.alloc(16), Buffer.alloc(16));
  decipher.update(Buffer.alloc(16));
  return decipher.final();
});
attempt('bad tag', () => {
  const decipher = crypto.createDecipheriv('aes-128-gcm', Buffer.alloc(16), Buffer.alloc(12));
  decipher.setAuthTag(Buffer.alloc(16));
  decipher.update(Buffer.alloc(16));
  return decipher.final();
});
attempt('final twice', () => {
  const cipher = crypto.createCipheriv('aes-128-cbc', Buffer.alloc(16), Buffer.alloc(16));
  cipher.final();
  return cipher.final();
});

for (const [type, options] of [['rsa', { modulusLength: 1024 }], ['ec', { namedCurve: 'prime256v1' }], ['ec', { namedCurve: 'secp521r1' }],
                               ['ed25519'], ['x25519'], ['ed448']]) {
  const { publicKey, privateKey } = crypto.generateKeyPairSync(type, options);
  console.log(publicKey.type, privateKey.type, publicKey.asymmetricKeyType, publicKey.asymmetricKeyDetails);
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
  console.log(pem.split('\n')[0], crypto.createPrivateKey(pem).equals(privateKey), crypto.createPublicKey(pem).equals(publicKey));
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  console.log(crypto.createPublicKey({ key: spki, format: 'der', type: 'spki' }).equals(publicKey));
  const jwk = privateKey.export({ format: 'jwk' });
  console.log(Object.keys(jwk).sort().join(), crypto.createPrivateKey({ key: jwk, format: 'jwk' }).equals(privateKey));
  const locked = privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'secret' });
  console.log(locked.split('\n')[0], crypto.createPrivateKey({ key: locked, passphrase: 'secret' }).equals(privateKey));
  attempt('no passphrase', () => crypto.createPrivateKey(locked));
  if (type === 'x25519') continue;
  const digest = type.startsWith('ed') ? null : 'sha256';
  const signature = crypto.sign(digest, Buffer.from(data), privateKey);
  console.log(crypto.verify(digest, Buffer.from(data), publicKey, signature), crypto.verify(digest, Buffer.from('x'), publicKey, signature));
}

const rsa = crypto.generateKeyPairSync('rsa', {
  modulusLength: 1024,
  publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
});
console.log(rsa.publicKey.split('\n')[0], rsa.privateKey.split('\n')[0]);
console.log(crypto.privateDecrypt(rsa.privateKey, crypto.publicEncrypt(rsa.publicKey, Buffer.from('oaep'))).toString());
console.log(crypto.publicDecrypt(rsa.publicKey, crypto.privateEncrypt(rsa.privateKey, Buffer.from('pkcs1'))).toString());
console.log(crypto.createVerify('RSA-SHA256').update(data).verify(rsa.publicKey,
                                                                 crypto.createSign('SHA256').update(data).sign(rsa.privateKey, 'hex'), 'hex'));
const pss = { key: rsa.privateKey, padding: crypto.constants.RSA_PKCS1_PSS_PADDING, saltLength: 20 };
console.log(crypto.verify('sha256', Buffer.from(data), { ...pss, key: rsa.publicKey }, crypto.sign('sha256', Buffer.from(data), pss)));
const ec = crypto.generateKeyPairSync('ec', { namedCurve: 'P-384' });
console.log(crypto.sign('sha384', Buffer.from(data), { key: ec.privateKey, dsaEncoding: 'ieee-p1363' }).length);
console.log(ec.privateKey.export({ type: 'sec1', format: 'pem' }).split('\n')[0],
            crypto.createPrivateKey(ec.privateKey.export({ type: 'sec1', format: 'pem' })).equals(ec.privateKey));

const alice = crypto.createECDH('prime256v1');
const bob = crypto.createECDH('prime256v1');
alice.generateKeys();
bob.generateKeys();
console.log(alice.computeSecret(bob.getPublicKey()).equals(bob.computeSecret(alice.getPublicKey('hex', 'compressed'), 'hex')));
bob.setPrivateKey('02'.repeat(32), 'hex');
console.log(bob.getPublicKey('hex'), bob.getPublicKey('hex', 'compressed'));
const one = crypto.generateKeyPairSync('x25519');
const two = crypto.generateKeyPairSync('x25519');
console.log(crypto.diffieHellman({ privateKey: one.privateKey, publicKey: two.publicKey })
  .equals(crypto.diffieHellman({ privateKey: two.privateKey, publicKey: one.publicKey })));
for (const group of ['modp1', 'modp5', 'modp14']) {
  const left = crypto.getDiffieHellman(group);
  const right = crypto.getDiffieHellman(group);
  left.generateKeys();
  right.generateKeys();
  console.log(crypto.createHash('sha1').update(left.getPrime()).digest('hex'),
              left.computeSecret(right.getPublicKey()).equals(right.computeSecret(left.getPublicKey())));
}
console.log(crypto.scryptSync('password', 'NaCl', 64, { N: 1024, r: 8, p: 16 }).toString('hex'));
attempt('scrypt', () => crypto.scryptSync('a', 'b', 10, { N: 15 }));
attempt('scrypt memory', () => crypto.scryptSync('a', 'b', 10, { N: 2 ** 20 }));
const secret = crypto.createSecretKey(Buffer.from('secret'));
console.log(secret.type, secret.symmetricKeySize, secret.export(), secret.export({ format: 'jwk' }));
console.log(crypto.createHmac('sha256', secret).update('x').digest('hex'));
attempt('wrong type', () => crypto.createPrivateKey(crypto.createPublicKey(rsa.publicKey)));
console.log(crypto.checkPrimeSync(13n), crypto.checkPrimeSync(15n), crypto.generatePrimeSync(64, { bigint: true }) > 2n ** 62n);
