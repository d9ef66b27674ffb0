'use strict';

// The file mode mask, and users and groups: what needs no rights.

const fs = require('fs');
const os = require('os');
const path = require('path');

function show(label, run) {
  try {
    console.log(label, run());
  } catch (error) {
    console.log(label, error.name, error.code, error.message);
  }
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mask-'));
const modeOf = (file) => (fs.statSync(file).mode & 0o777).toString(8);
const before = process.umask('027');
console.log(process.umask().toString(8), process.umask(0o77).toString(8));
fs.writeFileSync(path.join(folder, 'file'), '');
fs.mkdirSync(path.join(folder, 'folder'));
console.log(modeOf(path.join(folder, 'file')), modeOf(path.join(folder, 'folder')));
process.umask(0);
fs.writeFileSync(path.join(folder, 'open'), '', { mode: 0o666 });
console.log(modeOf(path.join(folder, 'open')), process.umask(before).toString(8), process.umask() === before);
fs.rmSync(folder, { recursive: true });
show('mask', () => process.umask('9'));
show('mask', () => process.umask({}));
show('mask', () => process.umask(-1));

for (const name of ['uid', 'euid', 'gid', 'egid']) {
  const set = process[`set${name}`];
  show(name, () => [set.name, typeof process[`get${name}`](), set(process[`get${name}`]())]);
  show(name, () => set('nobody of that name'));
  show(name, () => set({}));
  show(name, () => set(-1));
}
console.log(process.getgroups().includes(process.getegid()), process.getuid() === os.userInfo().uid);
show('groups', () => process.setgroups(1));
show('groups', () => process.setgroups([{}]));
show('groups', () => process.setgroups(['no such group']));
show('groups', () => process.initgroups({}, 1));
show('groups', () => process.initgroups(0, {}));
