var a = 1;
let b = a, c;
const d = b;
function f() { return a + b; }
{ function g() {} }
if (a) b = 2; else c = 3;
a ? b : c;
try { a; } finally { b; }
