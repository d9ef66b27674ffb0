// A promise rejection that nobody handles ends the process with code 1.
async function fetchUser(id) {
  await null;
  throw new Error(`no user ${id}`);
}
fetchUser(5).then(() => console.log('never'));
setTimeout(() => console.log('never'), 100);
