const a = require('./a');
module.exports = { sawEarly: a.early, sawLate: a.late, isPartial: !('late' in a) };
