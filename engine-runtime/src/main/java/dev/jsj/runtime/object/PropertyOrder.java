package dev.jsj.runtime.object;

import dev.jsj.runtime.value.Symbol;

import java.util.ArrayList;
import java.util.List;

/**
 * The named properties of a shape as those need them who list or copy all of an object's; {@link
 * Shape#order()} remembers it.
 *
 * @param ordered whether the string keys come in creation order: none is a large index
 * @param plain whether they do, and no property is an accessor
 * @param copyable whether they do, and every property is one of slot 0, 1, 2... with the default
 *     attributes
 * @param enumerable the enumerable properties, without private names
 * @param names the keys of those that are strings
 */
public record PropertyOrder(
        boolean ordered, boolean plain, boolean copyable, Property[] enumerable, String[] names) {
    static PropertyOrder of(Property[] properties) {
        boolean ordered = true;
        boolean accessors = false;
        boolean copyable = true;
        List<Property> enumerable = new ArrayList<>(properties.length);
        List<String> names = new ArrayList<>(properties.length);
        for (int i = 0; i < properties.length; i++) {
            Property property = properties[i];
            boolean isPrivate = property.key() instanceof Symbol symbol && symbol.isPrivate();
            accessors |= property.isAccessor();
            copyable &= !isPrivate && property.flags() == Property.DEFAULT && property.slot() == i;
            ordered &= !(property.key() instanceof String text && LargeIndex.isLargeIndex(text));
            if (property.isEnumerable() && !isPrivate) {
                enumerable.add(property);
                if (property.key() instanceof String name) {
                    names.add(name);
                }
            }
        }
        return new PropertyOrder(
                ordered,
                ordered && !accessors,
                ordered && copyable,
                enumerable.toArray(new Property[0]),
                names.toArray(new String[0]));
    }
}
