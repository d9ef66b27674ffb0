"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.run = void 0;
exports.inner = inner;
class Thing {
    value;
    constructor(value) {
        this.value = value;
    }
    show() {
        return inner(this.value.name);
    }
}
function inner(name) {
    throw new Error(`bad ${name}`);
}
const run = () => {
    [1].forEach((x) => new Thing({ name: "n" + x }).show());
};
exports.run = run;
//# sourceMappingURL=shown.js.map