module.exports = { pkg: 'cjs', dep: require('dep') };
