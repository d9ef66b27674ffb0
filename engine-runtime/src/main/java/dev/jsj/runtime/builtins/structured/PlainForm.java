package dev.jsj.runtime.builtins.structured;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.LargeIndex;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.Shape;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What JSON.stringify writes for objects of one shared shape with data properties only: the
 * properties in order, and the text before each value.
 *
 * @param prefixes the quoted name and the colon
 */
record PlainForm(Shape shape, Property[] properties, String[] prefixes) {
    /** Stands for "no form" where a shape remembers it. */
    private static final Object NONE = new Object();

    /** The form of a shape, remembered by the shape; null where its objects have none. */
    static @Nullable PlainForm of(Shape shape) {
        if (shape.isUnique()) {
            return null;
        }
        Object known = shape.attachment();
        if (known == null) {
            PlainForm form = make(shape);
            known = form == null ? NONE : form;
            shape.setAttachment(known);
        }
        return known instanceof PlainForm form ? form : null;
    }

    private static @Nullable PlainForm make(Shape shape) {
        if (shape.kind() != ObjectKind.ORDINARY) {
            return null;
        }
        List<Property> written = new ArrayList<>();
        for (Property property : shape.properties()) {
            if (property.isAccessor()) {
                return null;
            }
            if (property.key() instanceof String name) {
                if (LargeIndex.isLargeIndex(name)) {
                    return null; // comes first, whenever it was added
                }
                if (property.isEnumerable()) {
                    written.add(property);
                }
            }
        }
        String[] prefixes = new String[written.size()];
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < prefixes.length; i++) {
            text.setLength(0);
            JsonText.quote(text, (String) written.get(i).key());
            prefixes[i] = text.append(':').toString();
        }
        return new PlainForm(shape, written.toArray(new Property[0]), prefixes);
    }

    /** Whether the form describes {@code object} completely. */
    boolean fits(JSObject object) {
        return object.shape() == shape && object.elements == null;
    }
}
