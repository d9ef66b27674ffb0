package dev.jsj.interp.interpreter;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.object.SparseElements;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * 14.7.5.9 EnumerateObjectProperties ( O ), in V8's order of events: the keys of the whole
 * prototype chain are taken at the start, and a key counts if some object of the chain still has it
 * when its turn comes. Whether it is enumerable is asked at the start, but of a proxy when its turn
 * comes.
 */
final class ForInEnumerator {
    private final @Nullable JSObject first;

    /** FAST PATH: the shape of the only object with keys to show, whose names are the keys. */
    private final @Nullable Shape shape;

    private final String[] names;
    private final List<Object> keys;
    private int index;

    ForInEnumerator(@Nullable JSObject object) {
        first = object;
        if (object != null && isSimple(object) && !hasKeysBehind(object)) {
            shape = object.shape();
            names = shape.order().names();
            keys = List.of();
        } else {
            shape = null;
            names = new String[0];
            keys = object == null ? List.of() : keysOfChain(object);
        }
    }

    private static boolean isSimple(JSObject object) {
        Shape shape = object.shape();
        return object.elements == null
                && shape.kind() == ObjectKind.ORDINARY
                && !shape.isUnique()
                && shape.order().ordered();
    }

    /** The next key, or null at the end. */
    @Nullable String next() {
        while (index < names.length) {
            String name = names[index++];
            if (first.shape() == shape || isPresent(name)) {
                return name;
            }
        }
        while (index < keys.size()) {
            Object key = keys.get(index++);
            if (isPresent(key)) {
                return key.toString();
            }
        }
        return null;
    }

    /** Whether the prototypes of an object may have something to show. */
    private static boolean hasKeysBehind(JSObject object) {
        for (JSObject o = object.shape().prototype(); o != null; o = o.shape().prototype()) {
            Shape shape = o.shape();
            boolean known = shape.kind() == ObjectKind.ORDINARY || shape.kind() == ObjectKind.ARRAY;
            if (o.elements != null || !known || shape.order().enumerable().length > 0) {
                return true;
            }
        }
        return false;
    }

    private static List<Object> keysOfChain(JSObject first) {
        List<Object> keys = new ArrayList<>();
        boolean alone = first.shape().kind() != ObjectKind.EXOTIC && !hasKeysBehind(first);
        Set<Object> visited = alone ? null : new HashSet<>();
        for (JSObject o = first; o != null; o = alone ? null : o.getPrototypeOf()) {
            for (Object key : o.ownPropertyKeys()) {
                if ((key instanceof String || key instanceof Integer)
                        && (visited == null || visited.add(key))
                        && isEnumerable(o, key)) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }

    private static boolean isEnumerable(JSObject object, Object key) {
        Shape shape = object.shape();
        ObjectKind kind = shape.kind();
        if (kind == ObjectKind.EXOTIC) {
            return true; // asked in its turn
        }
        if (key instanceof String && kind == ObjectKind.ORDINARY) { // FAST PATH
            Property property = shape.lookup(key);
            return property != null && property.isEnumerable();
        }
        if (key instanceof Integer
                && kind.hasOrdinaryElements()
                && !(object.elements instanceof SparseElements)) { // FAST PATH
            return true;
        }
        PropertyDescriptor descriptor = object.getOwnProperty(key);
        return descriptor != null && descriptor.enumerable();
    }

    private boolean isPresent(Object key) {
        for (JSObject o = first; o != null; o = o.getPrototypeOf()) {
            if (o.shape().kind() == ObjectKind.EXOTIC) {
                PropertyDescriptor descriptor = o.getOwnProperty(key);
                if (descriptor != null) {
                    return descriptor.enumerable();
                }
            } else if (o.hasOwn(key)) {
                return true;
            }
        }
        return false;
    }
}
