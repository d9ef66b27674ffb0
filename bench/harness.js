// Runs a benchmark program: `node bench/programs/nbody.js [SIZE]`. BENCH_MODE says how:
//   once   one run (the default)
//   cold   as many runs as take Node 1 to 3 seconds, from the start of the process
//   warm   runs until their times settle, within BENCH_SECONDS; the median of the last five counts
// Written in ECMAScript 5 for the engines that know no more.
'use strict';

var mode = process.env.BENCH_MODE || 'once';
var limit = 1000 * (process.env.BENCH_SECONDS || 10);

/** The size of one run: the command line's, or the program's own. */
exports.size = function (usual) {
  return Number(process.argv[2] || usual);
};

/**
 * Runs `run`, which does the same work at each call and gives the text of its result, or a promise of it; `times` such
 * runs take Node 1 to 3 seconds.
 */
exports.run = function (name, run, times) {
  var start = performance.now();
  var durations = [];
  var first;
  var more = mode === 'warm' ? notSettled : function () { return durations.length < (mode === 'cold' ? times : 1); };

  function notSettled() {
    var used = performance.now() - start;
    if (durations.length < 10 || used < limit / 2) return used < limit || durations.length < 2;
    return used < limit && median(durations.slice(-5)) < 0.98 * median(durations.slice(-10, -5));
  }

  function next() {
    while (more()) {
      var before = performance.now();
      var result = run();
      if (result && typeof result.then === 'function') {
        result.then(function (value) {
          done(value, before);
          next();
        });
        return;
      }
      done(result, before);
    }
    finish();
  }

  function done(result, before) {
    durations.push(performance.now() - before);
    if (durations.length === 1) first = result;
  }

  function finish() {
    console.log(name + ' ' + first);
    if (mode === 'warm') {
      var last = durations.slice(-5);
      console.log('WARM ' + [median(last), Math.min.apply(null, last), Math.max.apply(null, last)].join(' ') +
        ' ' + durations.length);
    } else {
      console.log('TIME main ' + Math.round(performance.now() - start));
    }
  }

  next();
};

function median(values) {
  var sorted = values.slice().sort(function (a, b) { return a - b; });
  var half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
