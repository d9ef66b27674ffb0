package dev.jsj.runtime.operations;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** 6.2.6 Property descriptors as objects of the language. */
public final class PropertyDescriptors {
    private PropertyDescriptors() {}

    /** 6.2.6.4 FromPropertyDescriptor ( Desc ). */
    public static Object fromPropertyDescriptor(
            Realm realm, @Nullable PropertyDescriptor descriptor) {
        if (descriptor == null) {
            return Undefined.UNDEFINED; // 1
        }
        JSObject object = realm.newObject(); // 2
        if (descriptor.hasValue()) {
            add(object, "value", descriptor.value()); // 4
        }
        if (descriptor.hasWritable()) {
            add(object, "writable", descriptor.writable()); // 5
        }
        if (descriptor.hasGet()) {
            add(object, "get", functionOrUndefined(descriptor.getter())); // 6
        }
        if (descriptor.hasSet()) {
            add(object, "set", functionOrUndefined(descriptor.setter())); // 7
        }
        if (descriptor.hasEnumerable()) {
            add(object, "enumerable", descriptor.enumerable()); // 8
        }
        if (descriptor.hasConfigurable()) {
            add(object, "configurable", descriptor.configurable()); // 9
        }
        return object;
    }

    private static void add(JSObject object, String name, @Nullable Object value) {
        object.addProperty(name, value, Property.DEFAULT);
    }

    private static Object functionOrUndefined(@Nullable JSObject function) {
        return function == null ? Undefined.UNDEFINED : function;
    }

    /** 6.2.6.5 ToPropertyDescriptor ( Obj ). */
    public static PropertyDescriptor toPropertyDescriptor(Object value) {
        if (!(value instanceof JSObject object)) {
            throw Errors.typeError(
                    "Property description must be an object: " + ErrorText.of(value));
        }
        PropertyDescriptor descriptor = new PropertyDescriptor(); // 2
        if (object.hasProperty("enumerable")) { // 3
            descriptor.setEnumerable(TypeConversion.toBoolean(object.get("enumerable")));
        }
        if (object.hasProperty("configurable")) { // 5
            descriptor.setConfigurable(TypeConversion.toBoolean(object.get("configurable")));
        }
        if (object.hasProperty("value")) { // 7
            descriptor.setValue(object.get("value"));
        }
        if (object.hasProperty("writable")) { // 9
            descriptor.setWritable(TypeConversion.toBoolean(object.get("writable")));
        }
        if (object.hasProperty("get")) { // 11
            descriptor.setGetter(toAccessorFunction(object.get("get"), "Getter"));
        }
        if (object.hasProperty("set")) { // 13
            descriptor.setSetter(toAccessorFunction(object.get("set"), "Setter"));
        }
        if (descriptor.isAccessor() && descriptor.isData()) { // 15
            throw Errors.typeError(
                    "Invalid property descriptor. Cannot both specify accessors and a value or"
                            + " writable attribute, "
                            + ErrorText.of(value));
        }
        return descriptor;
    }

    private static @Nullable JSObject toAccessorFunction(Object value, String role) {
        if (value == Undefined.UNDEFINED) {
            return null;
        }
        if (value instanceof JSObject function && function.isCallable()) {
            return function;
        }
        throw Errors.typeError(role + " must be a function: " + ErrorText.of(value));
    }
}
