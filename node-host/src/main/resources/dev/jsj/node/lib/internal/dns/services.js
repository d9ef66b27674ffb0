'use strict';

// Names of well-known ports, as getnameinfo answers them.

const services = {
  __proto__: null,
  7: 'echo', 13: 'daytime', 20: 'ftp-data', 21: 'ftp', 22: 'ssh', 23: 'telnet', 25: 'smtp', 37: 'time', 53: 'domain', 67: 'bootps',
  68: 'bootpc', 69: 'tftp', 80: 'http', 110: 'pop3', 123: 'ntp', 143: 'imap2', 161: 'snmp', 194: 'irc', 389: 'ldap', 443: 'https',
  465: 'submissions', 587: 'submission', 636: 'ldaps', 993: 'imaps', 995: 'pop3s', 3306: 'mysql', 5432: 'postgresql', 8080: 'http-alt',
};

module.exports = { services };
