// import() in code made from strings is relative to the script that made it.
async function main() {
  const specifier = './lib/side-effect.mjs';
  await import(specifier);
  const ways = [
    () => eval('import("./lib/a.js")'),
    () => (0, eval)('import("./lib/a.js")'),
    () => new Function('s', 'return import(s)')('./lib/a.js'),
    () => eval('eval(\'import("./lib/a.js")\')'),
    () => eval('(() => import("./lib/missing.mjs"))')(),
  ];
  for (const way of ways) {
    try {
      const namespace = await way();
      console.log(Object.keys(namespace));
    } catch (error) {
      console.log(error.code);
    }
  }
}

main();
