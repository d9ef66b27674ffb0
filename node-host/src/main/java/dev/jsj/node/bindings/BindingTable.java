package dev.jsj.node.bindings;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;

/** One native half of a module: functions, and values set when the object is made. */
abstract class BindingTable extends BuiltinTable {
    /** The object that {@code internalBinding} answers. */
    JSObject create(Realm realm) {
        JSObject object = realm.newObject();
        install(object, realm);
        addValues(object, realm);
        return object;
    }

    /** Adds properties that are no functions. */
    void addValues(JSObject object, Realm realm) {}
}
