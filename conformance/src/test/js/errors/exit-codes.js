// process.exit inside nested work: finally blocks and later callbacks do not run, exit handlers do.
process.on('exit', (code) => {
  console.log('handler', code);
  process.exitCode = 9;
});
setTimeout(() => console.log('never'), 0);
try {
  console.log('exiting');
  process.exit(4);
} finally {
  console.log('never');
}
