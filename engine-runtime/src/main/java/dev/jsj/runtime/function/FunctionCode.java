package dev.jsj.runtime.function;

import dev.jsj.runtime.object.JSObject;

import org.jspecify.annotations.Nullable;

/**
 * The code of an ECMAScript function, as the object model sees it. The interpreter implements it;
 * how the code is run (interpreted, compiled) is not known here. One instance serves all closures
 * made from the same function literal in one agent.
 */
public abstract class FunctionCode {
    /**
     * How a function came about (10.2, 15): decides [[Construct]], the prototype property and the
     * constructor kind.
     */
    public enum Kind {
        /** {@code function f() {}}. */
        NORMAL,
        ARROW,
        /** Methods, getters, setters: no [[Construct]]. */
        METHOD,
        CLASS_CONSTRUCTOR,
        DERIVED_CLASS_CONSTRUCTOR,
        GENERATOR,
        ASYNC,
        ASYNC_ARROW,
        ASYNC_GENERATOR;

        public boolean isConstructor() {
            return this == NORMAL || isClassConstructor();
        }

        public boolean isClassConstructor() {
            return this == CLASS_CONSTRUCTOR || this == DERIVED_CLASS_CONSTRUCTOR;
        }

        public boolean isArrow() {
            return this == ARROW || this == ASYNC_ARROW;
        }

        public boolean isGenerator() {
            return this == GENERATOR || this == ASYNC_GENERATOR;
        }

        public boolean isAsync() {
            return this == ASYNC || this == ASYNC_ARROW || this == ASYNC_GENERATOR;
        }
    }

    public abstract Kind kind();

    /** The name in the source; empty for none. */
    public abstract String name();

    /** ExpectedArgumentCount (15.1.5). */
    public abstract int length();

    public abstract boolean isStrict();

    /** [[SourceText]]. */
    public abstract String sourceText();

    /** 10.2.1 [[Call]]; class constructors throw. */
    public abstract Object call(ScriptFunction function, Object self, Object[] arguments);

    /** 10.2.2 [[Construct]]. */
    public abstract Object construct(
            ScriptFunction function, Object[] arguments, JSObject newTarget);

    public Object call0(ScriptFunction function, Object self) {
        return call(function, self, JSObject.NO_ARGUMENTS);
    }

    public Object call1(ScriptFunction function, Object self, Object a) {
        return call(function, self, new Object[] {a});
    }

    public Object call2(ScriptFunction function, Object self, Object a, Object b) {
        return call(function, self, new Object[] {a, b});
    }

    public Object call3(ScriptFunction function, Object self, Object a, Object b, Object c) {
        return call(function, self, new Object[] {a, b, c});
    }

    /**
     * Whether a call can tell more arguments than {@code count} from {@code count}; where it is not
     * known that it cannot, true.
     */
    public boolean looksBeyond(int count) {
        return true;
    }

    /** A function object of this code has been made, closed over {@code scope}. */
    protected void closureCreated(Object @Nullable [] scope) {}

    /**
     * Script name and position of the function for diagnostics: {@code file:line:column}, or null
     * where unknown.
     */
    public abstract @Nullable String location();
}
