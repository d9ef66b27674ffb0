package dev.jsj.runtime.builtins.collections;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.Iteration;
import dev.jsj.runtime.operations.SteppingIterator;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 24.1.5 Map Iterator Objects and 24.2.6 Set Iterator Objects. */
public final class TableIterator extends JSObject implements SteppingIterator {
    private final boolean ofMap;
    private final ArrayIterator.Kind kind;
    private OrderedTable.@Nullable Cursor cursor;

    private TableIterator(Realm realm, OrderedTable table, boolean ofMap, ArrayIterator.Kind kind) {
        super(
                realm.agent()
                        .root(
                                realm.intrinsic(
                                        ofMap
                                                ? Intrinsic.MAP_ITERATOR_PROTOTYPE
                                                : Intrinsic.SET_ITERATOR_PROTOTYPE)));
        this.ofMap = ofMap;
        this.kind = kind;
        this.cursor = table.cursor();
    }

    /** 24.1.5.1 CreateMapIterator ( map, kind ). */
    static TableIterator create(Realm realm, JSMap map, ArrayIterator.Kind kind) {
        return new TableIterator(realm, map.table(), true, kind);
    }

    /** 24.2.6.1 CreateSetIterator ( set, kind ). */
    static TableIterator create(Realm realm, JSSet set, ArrayIterator.Kind kind) {
        return new TableIterator(realm, set.table(), false, kind);
    }

    /** Whether it iterates over a Map rather than a Set. */
    public boolean isOfMap() {
        return ofMap;
    }

    public ArrayIterator.Kind kind() {
        return kind;
    }

    /** A cursor at the iterator's position, which does not move it; null when it is done. */
    public OrderedTable.@Nullable Cursor peek() {
        return cursor == null ? null : cursor.copy();
    }

    @Override
    public boolean hasNextMethod(Object method) {
        return method instanceof BuiltinFunction function
                && function.table() == (ofMap ? Prototype.MAP : Prototype.SET);
    }

    /** The next value (of whatever kind), or null at the end. */
    @Override
    public @Nullable Object step(Realm realm) {
        OrderedTable.Cursor at = cursor;
        if (at == null) {
            return null;
        }
        if (!at.advance()) {
            cursor = null;
            return null;
        }
        return switch (kind) {
            case KEY -> at.key();
            case VALUE -> ofMap ? at.value() : at.key();
            case KEY_AND_VALUE ->
                    realm.newArray(new Object[] {at.key(), ofMap ? at.value() : at.key()});
        };
    }

    /**
     * 24.1.5.2 The %MapIteratorPrototype% Object and 24.2.6.2 The %SetIteratorPrototype% Object.
     */
    static final class Prototype extends BuiltinTable {
        private static final Prototype MAP = new Prototype(true);
        private static final Prototype SET = new Prototype(false);

        private final boolean ofMap;

        private Prototype(boolean ofMap) {
            this.ofMap = ofMap;
            method(0, "next", 0);
            toStringTag(ofMap ? "Map Iterator" : "Set Iterator");
        }

        static JSObject create(Realm realm, boolean ofMap) {
            JSObject prototype = realm.newObject(realm.intrinsic(Intrinsic.ITERATOR_PROTOTYPE));
            (ofMap ? MAP : SET).install(prototype, realm);
            return prototype;
        }

        /**
         * 24.1.5.2.1 %MapIteratorPrototype%.next ( ), 24.2.6.2.1 %SetIteratorPrototype%.next ( ).
         */
        @Override
        public Object call(
                int id,
                Realm realm,
                Object self,
                Object[] arguments,
                @Nullable JSObject newTarget) {
            if (!(self instanceof TableIterator iterator) || iterator.ofMap != ofMap) {
                throw Errors.typeError(
                        "Method "
                                + (ofMap ? "Map" : "Set")
                                + " Iterator.prototype.next called on incompatible receiver "
                                + ErrorText.of(self));
            }
            Object value = iterator.step(realm);
            return value == null
                    ? Iteration.createIterResultObject(realm, Undefined.UNDEFINED, true)
                    : Iteration.createIterResultObject(realm, value, false);
        }
    }
}
