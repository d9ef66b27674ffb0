class A {
    #field = this.#method();
    static #count = 0;
    #method() { return A.#count++; }
    get #accessor() {}
    set #accessor(v) {}
    constructor() { this.#field = 1; }
    static {
        var a = 1;
        let b = () => a;
        this.x = b;
    }
}
class B extends A {
    constructor(...args) {
        const init = () => super(...args);
        init();
    }
    method() { return () => super.method(new.target); }
    [computed()] = (() => this)();
}
const C = class Named { m() { return Named; } };
const object = { m() { return super.toString(); }, get a() { return 1; } };
