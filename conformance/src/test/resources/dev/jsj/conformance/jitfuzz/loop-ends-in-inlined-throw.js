// A loop is entered whose last code that is ever reached is that of an inlined function, which always throws.
let caught = 0;
function mix() {}
function count() {
  caught++;
}
function fail() {
  if (1) throw new RangeError();
}
for (let i = 0; i < 25; i++) {
  try {
    mix(fail());
  } catch (e) {
    count();
  }
}
print(caught);
