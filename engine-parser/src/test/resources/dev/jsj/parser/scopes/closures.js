let counter = 0;
function make(a, b) {
    let local = a, captured = b;
    for (let i = 0; i < 10; i++) {
        let j = i;
        queue(() => i + captured);
        j++;
    }
    for (const key in a) key;
    {
        nothing();
    }
    return function self(n) {
        return n ? self(n - 1) + counter : arguments.length;
    };
}
(function iife(root, factory) {
    function inner() {
        return () => factory(this, root);
    }
    inner();
})(this, function () {});
const arrow = (a, b = () => a) => {
    var a;
    return (c) => (d) => a + b + c + d;
};
switch (counter) {
    case 0:
        let k = 1;
        () => k;
}
try {
} catch ({ message }) {
    (() => message)();
}
