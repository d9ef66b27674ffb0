package dev.jsj.runtime.builtins.text;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.operations.SteppingIterator;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.SingleCharacters;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 22.1.5 String Iterator Objects: the code points of a string. */
public final class StringIterator extends JSObject implements SteppingIterator {
    private final String text;
    private int position;

    StringIterator(Realm realm, String text) {
        super(realm.agent().root(realm.intrinsic(Intrinsic.STRING_ITERATOR_PROTOTYPE)));
        this.text = text;
    }

    @Override
    public boolean hasNextMethod(Object method) {
        return method instanceof BuiltinFunction function && function.table() == Prototype.TABLE;
    }

    /** The next value, or null at the end. */
    @Override
    public @Nullable Object step(Realm realm) {
        if (position >= text.length()) {
            return null;
        }
        char first = text.charAt(position++);
        if (Character.isHighSurrogate(first)
                && position < text.length()
                && Character.isLowSurrogate(text.charAt(position))) {
            return text.substring(position - 1, ++position);
        }
        return SingleCharacters.of(first);
    }

    /** 22.1.5.1 The %StringIteratorPrototype% Object. */
    static final class Prototype extends BuiltinTable {
        private static final Prototype TABLE = new Prototype();
        private static final int NEXT = 0;

        private Prototype() {
            method(NEXT, "next", 0);
            toStringTag("String Iterator");
        }

        static JSObject create(Realm realm) {
            JSObject prototype = realm.newObject(realm.intrinsic(Intrinsic.ITERATOR_PROTOTYPE));
            TABLE.install(prototype, realm);
            return prototype;
        }

        /** 22.1.5.1.1 %StringIteratorPrototype%.next ( ). */
        @Override
        public Object call(
                int id,
                Realm realm,
                Object self,
                Object[] arguments,
                @Nullable JSObject newTarget) {
            if (!(self instanceof StringIterator iterator)) {
                throw Errors.typeError(
                        "Method String Iterator.prototype.next called on incompatible receiver "
                                + ErrorText.of(self));
            }
            Object value = iterator.step(realm);
            return Iteration.createIterResultObject(
                    realm, value == null ? Undefined.UNDEFINED : value, value == null);
        }
    }
}
