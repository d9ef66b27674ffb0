// The message of an uncaught exception shows where it was thrown, also when finally blocks and iterators were closed on the way.
function* numbers() {
  try {
    yield 1;
    yield 2;
  } finally {
    console.log('numbers closed');
  }
}

function thrower(value) {
  if (value > 0) {
    throw new RangeError('positive');
  }
}

function f() {
  try {
    for (const value of numbers()) {
      try {
        thrower(value);
      } finally {
        console.log('inner');
      }
    }
  } finally {
    console.log('outer');
  }
}

f();
