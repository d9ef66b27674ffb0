package dev.jsj.runtime.builtins.control;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.operations.SteppingIterator;
import dev.jsj.runtime.realm.Realm;

/**
 * 27.5.4 Generator instances as %GeneratorPrototype% sees them. The tier that runs the function's
 * code implements the resumption of its frame.
 */
public abstract class JSGenerator extends JSObject implements SteppingIterator {
    protected JSGenerator(Shape shape) {
        super(shape);
    }

    @Override
    public final boolean hasNextMethod(Object method) {
        return method instanceof BuiltinFunction builtin
                && builtin.table() == GeneratorPrototype.TABLE
                && builtin.id() == GeneratorPrototype.NEXT;
    }

    /** 27.5.3.3 GeneratorResume ( generator, value, empty ): an iterator result object. */
    public abstract Object resumeNext(Realm realm, Object value);

    /** 27.5.3.4 GeneratorResumeAbrupt with a return completion: an iterator result object. */
    public abstract Object resumeReturn(Realm realm, Object value);

    /** 27.5.3.4 GeneratorResumeAbrupt with a throw completion: an iterator result object. */
    public abstract Object resumeThrow(Realm realm, Object value);
}
