// Keys of the curves of RFC 8410 as JSON Web Keys, and back.
'use strict';
const { createPrivateKey, createPublicKey, generateKeyPairSync } = require('crypto');

for (const type of ['ed25519', 'x25519', 'ed448', 'x448']) {
  const { publicKey, privateKey } = generateKeyPairSync(type);
  const open = publicKey.export({ format: 'jwk' });
  const secret = privateKey.export({ format: 'jwk' });
  console.log(type, Object.keys(open).join(), Object.keys(secret).join(), open.crv, open.kty, open.x.length, secret.d.length);
  console.log(createPublicKey({ key: open, format: 'jwk' }).equals(publicKey),
              createPrivateKey({ key: secret, format: 'jwk' }).equals(privateKey));
}
