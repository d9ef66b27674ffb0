'use strict';

// Certificates as the objects that getPeerCertificate answers, and whom they are for.

const { codes } = require('internal/errors');
const { isIP } = require('internal/net/ip');

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** As OpenSSL prints times: "Nov  1 00:00:00 2026 GMT". */
function timeText(milliseconds) {
  const date = new Date(milliseconds);
  const two = (number) => String(number).padStart(2, '0');
  return `${MONTHS[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)} ${two(date.getUTCHours())}:` +
    `${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} ${date.getUTCFullYear()} GMT`;
}

/** "CN=a, O=b" as an object, most general part first. */
function nameObject(text) {
  const object = { __proto__: null };
  const parts = text.match(/(?:[^,"\\]|\\.|"(?:[^"\\]|\\.)*")+/g) ?? [];
  for (const part of parts.reverse()) {
    const at = part.indexOf('=');
    let key = part.slice(0, at).trim();
    if (key === 'OID.1.2.840.113549.1.9.1') key = 'emailAddress';
    const value = part.slice(at + 1).trim().replace(/^"(.*)"$/, '$1').replace(/\\(.)/g, '$1');
    if (object[key] === undefined) object[key] = value;
    else object[key] = [].concat(object[key], value);
  }
  return object;
}

function fingerprint(raw, algorithm) {
  const digest = require('crypto').createHash(algorithm).update(raw).digest('hex').toUpperCase();
  return digest.match(/../g).join(':');
}

/** What the native side says of a certificate, as Node shows it. */
function describe([raw, subject, issuer, names, from, to, serial]) {
  const certificate = {
    subject: nameObject(subject),
    issuer: nameObject(issuer),
    subjectaltname: names === '' ? undefined : names,
    infoAccess: undefined,
    ca: nameObject(subject).CN === nameObject(issuer).CN,
    valid_from: timeText(from),
    valid_to: timeText(to),
    fingerprint: fingerprint(raw, 'sha1'),
    fingerprint256: fingerprint(raw, 'sha256'),
    fingerprint512: fingerprint(raw, 'sha512'),
    serialNumber: serial.length % 2 === 0 ? serial : `0${serial}`,
    raw,
  };
  if (certificate.subjectaltname === undefined) delete certificate.subjectaltname;
  delete certificate.infoAccess;
  return certificate;
}

/** The chain as linked objects; the last one is its own issuer. */
function describeChain(list, detailed) {
  if (list.length === 0) return {};
  const chain = list.map(describe);
  if (detailed) chain.forEach((one, i) => { one.issuerCertificate = chain[i + 1] ?? one; });
  return chain[0];
}

function splitNames(text) {
  return text.split(', ');
}

/** RFC 6125: "*" stands for the whole leftmost label. */
function matches(pattern, host) {
  const parts = pattern.toLowerCase().replace(/\.$/, '').split('.');
  if (parts.length !== host.length || parts.includes('')) return false;
  if (parts.some((part) => /[^\u0021-\u007f]/.test(part))) return false;
  if (parts.slice(1).some((part, i) => part !== host[i + 1])) return false;
  const star = parts[0].indexOf('*');
  if (star < 0 || parts[0].startsWith('xn--')) return parts[0] === host[0];
  if (parts.length <= 2 || parts[0].indexOf('*', star + 1) >= 0) return false;
  const [before, after] = [parts[0].slice(0, star), parts[0].slice(star + 1)];
  return host[0].length >= before.length + after.length && host[0].startsWith(before) && host[0].endsWith(after);
}

/** tls.checkServerIdentity. */
function checkServerIdentity(hostname, cert) {
  const { subject, subjectaltname } = cert;
  const dns = [];
  const addresses = [];
  hostname = `${hostname}`;
  if (subjectaltname) {
    for (const name of splitNames(subjectaltname)) {
      if (name.startsWith('DNS:')) dns.push(name.slice(4));
      else if (name.startsWith('IP Address:')) addresses.push(canonical(name.slice(11)));
    }
  }
  let valid = false;
  let reason = 'Unknown reason';
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (isIP(host)) {
    valid = addresses.includes(canonical(host));
    if (!valid) reason = `IP: ${host} is not in the cert's list: ${addresses.join(', ')}`;
  } else if (dns.length > 0 || subject?.CN) {
    const labels = host.split('.');
    if (dns.length > 0) {
      valid = dns.some((pattern) => matches(pattern, labels));
      if (!valid) reason = `Host: ${host}. is not in the cert's altnames: ${subjectaltname}`;
    } else {
      const names = [].concat(subject.CN);
      valid = names.some((pattern) => matches(pattern, labels));
      if (!valid) reason = `Host: ${host}. is not cert's CN: ${subject.CN}`;
    }
  } else {
    reason = 'Cert does not contain a DNS name';
  }
  return valid ? undefined : new codes.ERR_TLS_CERT_ALTNAME_INVALID(reason, hostname, cert);
}

function canonical(address) {
  const bytes = internalBinding('net').addressBytes(address);
  return bytes === undefined ? address : address.includes(':') ? [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('') : address;
}

module.exports = { checkServerIdentity, describeChain };
