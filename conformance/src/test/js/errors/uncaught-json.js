// The message of an uncaught error of JSON.parse shows the place in the text.
function load(text) {
  return JSON.parse(text);
}
try {
  load('{"caught": tru}');
} catch (error) {
  console.log(error.message);
}
load('{\n  "name": "app",\n\t"version": oops\n}');
