package dev.jsj.interp.bytecode;

/**
 * What an imported name stands for once its module is linked: a variable in the scope array of the
 * module that declares it. A namespace re-exported by name has a scope array of its own.
 */
public record ImportBinding(Object[] scope, int slot) {

    /** The current value; Java null while the variable is in its temporal dead zone. */
    public Object value() {
        return scope[slot];
    }
}
