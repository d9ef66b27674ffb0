console.log('side effect once', import.meta.url.endsWith('.mjs'));
