// Something that is not an error is thrown.
process.on('exit', (code) => console.log('exit code', code));
throw 'just a string';
