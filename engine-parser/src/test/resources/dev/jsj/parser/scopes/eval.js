function sloppy(a) {
    var b;
    {
        let c;
        eval('');
    }
    function inner() {
        let d;
    }
}
function strict(a) {
    'use strict';
    eval('');
    with_arrow = () => eval('this');
}
function parameters(a, b = eval('')) {
    var a;
    let c;
}
function scoped(o) {
    with (o) {
        x;
        (function () { return o; })();
    }
}
((a = eval('1')) => a)();
