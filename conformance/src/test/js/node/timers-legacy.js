'use strict';
// Objects as timers (timers.enroll and its kin), what keeps the loop alive, errors of process functions.
const timers = require('timers');
process.removeAllListeners('warning');
process.on('warning', () => {});

const item = { _onTimeout() { console.log('fired', this === item, this.count = (this.count ?? 0) + 1); if (this.count < 3) timers.active(this); } };
timers.enroll(item, 1);
console.log(item._idleTimeout);
timers.active(item);
const never = { _onTimeout() { console.log('never'); } };
timers.enroll(never, 1);
timers._unrefActive(never);
timers.unenroll(never);
console.log(never._idleTimeout);
for (const duration of [-1, NaN, 'x']) {
  try {
    timers.enroll({}, duration);
  } catch (error) {
    console.log(error.code, error.message);
  }
}
const timer = setTimeout(() => {}, 1);
const immediate = setImmediate(() => {});
const kept = () => process.getActiveResourcesInfo().filter((type) => type === 'Timeout' || type === 'Immediate');
console.log(kept());
timer.unref();
clearImmediate(immediate);
console.log(kept());
try {
  process.chdir('/no/such/folder');
} catch (error) {
  console.log(error.code, error.syscall, error.dest, error.message.startsWith('ENOENT: no such file or directory, chdir '));
}
try {
  process.setUncaughtExceptionCaptureCallback(42);
} catch (error) {
  console.log(error.code, error.message);
}
