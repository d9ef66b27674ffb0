package dev.jsj.runtime.builtins.text;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.regexp.RegExpProgram;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 22.2.9 RegExp String Iterator Objects: all matches of a regular expression in a string. */
public final class RegExpStringIterator extends JSObject {
    private final JSObject regExp;
    private final CharSequence text;
    private final boolean global;
    private final boolean fullUnicode;
    private boolean done;

    /** 22.2.9.1 CreateRegExpStringIterator ( R, S, global, fullUnicode ). */
    RegExpStringIterator(
            Realm realm, JSObject regExp, CharSequence text, boolean global, boolean fullUnicode) {
        super(realm.agent().root(realm.intrinsic(Intrinsic.REGEXP_STRING_ITERATOR_PROTOTYPE)));
        this.regExp = regExp;
        this.text = text;
        this.global = global;
        this.fullUnicode = fullUnicode;
    }

    /** FAST PATH of iteration without result objects: the next match, or null at the end. */
    public @Nullable Object step(Realm realm) {
        if (done) {
            return null;
        }
        if (RegExpRealm.of(realm).isPristine(regExp)
                && ((JSRegExp) regExp).flags().global() == global) {
            return stepPristine(realm, (JSRegExp) regExp);
        }
        JSObject match =
                RegExpExecution.matchOrNull(
                        RegExpExecution.regExpExec(realm, regExp, text, "exec"));
        if (match == null || !global) {
            done = true;
            return match;
        }
        RegExpSearching.advanceAfterEmptyMatch(regExp, text, match, fullUnicode);
        return match;
    }

    /**
     * FAST PATH: a regular expression of which nothing can be looked up but what the engine made.
     */
    private @Nullable Object stepPristine(Realm realm, JSRegExp pristine) {
        Object match = RegExpExecution.regExpBuiltinExec(realm, pristine, text);
        if (match == Null.NULL || !global) {
            done = true;
            return match == Null.NULL ? null : match;
        }
        RegExpProgram program = pristine.pattern().program();
        int end = program.end(0);
        if (program.start(0) == end) {
            pristine.setLastIndex((int) RegExpExecution.advanceStringIndex(text, end, fullUnicode));
        }
        return match;
    }

    /** 22.2.9.2 The %RegExpStringIteratorPrototype% Object. */
    static final class Prototype extends BuiltinTable {
        private static final Prototype TABLE = new Prototype();
        private static final int NEXT = 0;

        private Prototype() {
            method(NEXT, "next", 0);
            toStringTag("RegExp String Iterator");
        }

        static JSObject create(Realm realm) {
            JSObject prototype = realm.newObject(realm.intrinsic(Intrinsic.ITERATOR_PROTOTYPE));
            TABLE.install(prototype, realm);
            return prototype;
        }

        /** 22.2.9.2.1 %RegExpStringIteratorPrototype%.next ( ). */
        @Override
        public Object call(
                int id,
                Realm realm,
                Object self,
                Object[] arguments,
                @Nullable JSObject newTarget) {
            if (!(self instanceof RegExpStringIterator iterator)) {
                throw Errors.typeError(
                        "Method %RegExpStringIterator%.prototype.next called on incompatible"
                                + " receiver "
                                + ErrorText.of(self));
            }
            Object value = iterator.step(realm);
            return Iteration.createIterResultObject(
                    realm, value == null ? Undefined.UNDEFINED : value, value == null);
        }
    }
}
