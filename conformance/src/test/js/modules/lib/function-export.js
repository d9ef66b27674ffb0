module.exports = function named() {};
