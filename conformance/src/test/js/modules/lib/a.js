exports.early = 'set before b';
const b = require('./b');
exports.fromB = b;
exports.late = 'set after b';
