package dev.jsj.interp.interpreter;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.object.Shape;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * 14.7.5.9 EnumerateObjectProperties ( O ), as its reference implementation goes: the keys of each
 * object of the prototype chain are taken when it is reached, and a key counts if it is still there
 * when its turn comes.
 */
final class ForInEnumerator {
    private @Nullable JSObject object;
    private List<Object> keys = List.of();
    private int index;

    /**
     * FAST PATH: the first object's shape and enumerable keys, while they stand for {@link #keys}.
     */
    private @Nullable Shape shape;

    private String[] names = {};

    /** The keys of the objects before {@link #object}; made when a prototype has keys to show. */
    private @Nullable Set<Object> visited;

    private final JSObject first;

    ForInEnumerator(@Nullable JSObject object) {
        this.first = object;
        if (object != null && isSimple(object)) {
            this.object = object;
            shape = object.shape();
            names = shape.order().names();
        } else {
            enter(object);
        }
    }

    private static boolean isSimple(JSObject object) {
        Shape shape = object.shape();
        return object.elements == null
                && shape.kind() == ObjectKind.ORDINARY
                && !shape.isUnique()
                && shape.order().ordered();
    }

    private void enter(@Nullable JSObject next) {
        object = next;
        if (next != null) {
            keys = next.ownPropertyKeys();
            index = 0;
        }
    }

    /** The next key, or null at the end. */
    @Nullable String next() {
        while (shape != null) {
            if (index == names.length) {
                leave();
                break;
            }
            String name = names[index++];
            if (object.shape() == shape || isShown(name)) {
                return name;
            }
        }
        while (object != null) {
            while (index < keys.size()) {
                Object key = keys.get(index++);
                if ((key instanceof String || key instanceof Integer) && isShown(key)) {
                    return key.toString();
                }
            }
            leave();
        }
        return null;
    }

    private static List<Object> namesOf(Shape shape) {
        List<Object> names = new ArrayList<>();
        for (Property property : shape.properties()) {
            if (property.key() instanceof String) {
                names.add(property.key());
            }
        }
        return names;
    }

    private boolean isShown(Object key) {
        boolean enumerable;
        Shape shape = object.shape();
        if (key instanceof String && shape.kind() == ObjectKind.ORDINARY) { // FAST PATH
            Property property = shape.lookup(key);
            if (property == null) {
                return false;
            }
            enumerable = property.isEnumerable();
        } else {
            PropertyDescriptor descriptor = object.getOwnProperty(key);
            if (descriptor == null) {
                return false;
            }
            enumerable = descriptor.enumerable();
        }
        return (visited == null || visited.add(key)) && enumerable;
    }

    /** Goes on with the prototype, unless all that follow have nothing to show. */
    private void leave() {
        JSObject next = object.getPrototypeOf();
        while (next != null && hasNothingEnumerable(next)) {
            next = next.shape().prototype();
        }
        if (shape != null) {
            keys = next == null ? keys : namesOf(shape);
            shape = null;
        }
        if (next != null && visited == null) {
            visited = new HashSet<>();
            for (JSObject o = first; o != null && o != next; o = o.getPrototypeOf()) {
                visited.addAll(o == object ? keys : o.ownPropertyKeys());
            }
        }
        enter(next);
    }

    private static boolean hasNothingEnumerable(JSObject object) {
        Shape shape = object.shape();
        if (object.elements != null
                || shape.kind() != ObjectKind.ORDINARY && shape.kind() != ObjectKind.ARRAY) {
            return false;
        }
        return shape.order().enumerable().length == 0;
    }
}
