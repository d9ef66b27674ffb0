package dev.jsj.node.serialization;

import dev.jsj.interp.modules.ModuleNamespace;
import dev.jsj.runtime.builtins.binary.JSArrayBuffer;
import dev.jsj.runtime.builtins.binary.JSDataView;
import dev.jsj.runtime.builtins.binary.JSTypedArray;
import dev.jsj.runtime.builtins.collections.JSMap;
import dev.jsj.runtime.builtins.collections.JSSet;
import dev.jsj.runtime.builtins.collections.OrderedTable;
import dev.jsj.runtime.builtins.control.JSAsyncGenerator;
import dev.jsj.runtime.builtins.control.JSGenerator;
import dev.jsj.runtime.builtins.numbers.JSDate;
import dev.jsj.runtime.builtins.text.JSRegExp;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSError;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.PrimitiveObject;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Agent;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes values in V8's wire format. One serializer makes one stream of bytes; objects that were
 * written before are written as references.
 */
public final class ValueSerializer {

    /** What the host decides. */
    public interface Delegate {
        /** Whether {@link #writeHostObject} copies the object, not the serializer. */
        boolean isHostObject(JSObject object);

        /** Writes an object of the host; its tag has been written. */
        void writeHostObject(JSObject object);

        /** The number under which the reader finds the shared memory. */
        int sharedArrayBufferId(JSArrayBuffer buffer);

        /** The exception for a value that cannot be cloned. */
        JSThrow dataCloneError(String message);
    }

    private static final String BUILT_INS = "dev.jsj.runtime.builtins.";

    private final Agent agent;
    private final Delegate delegate;
    private final WireOutput output = new WireOutput();
    private final Map<JSObject, Integer> ids = new IdentityHashMap<>();
    private final Map<JSArrayBuffer, Integer> transferred = new IdentityHashMap<>();
    private boolean viewsAreHostObjects;

    public ValueSerializer(Realm realm, Delegate delegate) {
        this.agent = realm.agent();
        this.delegate = delegate;
    }

    /** Makes {@link Delegate#writeHostObject} copy typed arrays and data views. */
    public void setTreatArrayBufferViewsAsHostObjects(boolean on) {
        viewsAreHostObjects = on;
    }

    /** Makes the buffer a number: its bytes travel otherwise. */
    public void transferArrayBuffer(int id, JSArrayBuffer buffer) {
        transferred.put(buffer, id);
    }

    public byte[] toByteArray() {
        return output.toByteArray();
    }

    public void writeHeader() {
        output.writeByte(WireTag.VERSION);
        output.writeByte(WireTag.LATEST_VERSION);
    }

    public void writeUint32(long value) {
        output.writeVarint(value & 0xFFFFFFFFL);
    }

    public void writeUint64(long value) {
        output.writeVarint(value);
    }

    public void writeDouble(double value) {
        output.writeDouble(value);
    }

    public void writeRawBytes(byte[] bytes, int offset, int length) {
        output.writeBytes(bytes, offset, length);
    }

    public void writeValue(Object value) {
        switch (value) {
            case Undefined undefined -> output.writeByte(WireTag.UNDEFINED);
            case Null nothing -> output.writeByte(WireTag.NULL);
            case Boolean truth -> output.writeByte(truth ? WireTag.TRUE : WireTag.FALSE);
            case Integer number -> writeInteger(number);
            case Double number -> writeNumber(number);
            case BigInteger integer -> {
                output.writeByte(WireTag.BIG_INT);
                output.writeBigInt(integer);
            }
            case CharSequence text -> output.writeString(text.toString());
            case JSObject object -> writeReceiver(object);
            default -> throw cannotClone(value);
        }
    }

    private void writeInteger(int number) {
        output.writeByte(WireTag.INT32);
        output.writeZigZag(number);
    }

    private void writeNumber(double number) {
        if (number == (int) number && Double.doubleToRawLongBits(number) != Long.MIN_VALUE) {
            writeInteger((int) number);
        } else {
            output.writeByte(WireTag.DOUBLE);
            output.writeDouble(number);
        }
    }

    private JSThrow cannotClone(Object value) {
        boolean isSymbolObject =
                value instanceof PrimitiveObject boxed && boxed.primitiveValue() instanceof Symbol;
        String text = isSymbolObject ? "[object Symbol]" : ErrorText.of(value);
        if (text.endsWith(" Iterator]")) {
            text = "#<Object>"; // iterators have no constructor to be named after
        }
        return delegate.dataCloneError(text + " could not be cloned.");
    }

    private void writeReceiver(JSObject object) {
        // A view comes after its buffer, which has its number first.
        boolean isView = object instanceof JSTypedArray || object instanceof JSDataView;
        if (isView && !viewsAreHostObjects && !ids.containsKey(object)) {
            writeReceiver(
                    object instanceof JSTypedArray array
                            ? array.buffer()
                            : ((JSDataView) object).buffer());
        }
        Integer known = ids.get(object);
        if (known != null) {
            output.writeByte(WireTag.OBJECT_REFERENCE);
            output.writeVarint(known);
            return;
        }
        ids.put(object, ids.size());
        agent.enter();
        try {
            writeNewReceiver(object);
        } finally {
            agent.leave();
        }
    }

    private void writeNewReceiver(JSObject object) {
        if (object.isCallable()) {
            throw cannotClone(object);
        }
        switch (object) {
            case JSArray array -> writeArray(array);
            case JSDate date -> {
                output.writeByte(WireTag.DATE);
                output.writeDouble(date.time());
            }
            case PrimitiveObject boxed -> writeBoxed(boxed);
            case JSRegExp expression -> writeRegExp(expression);
            case JSMap map -> writeMap(map);
            case JSSet set -> writeSet(set);
            case JSArrayBuffer buffer -> writeBuffer(buffer);
            case JSTypedArray view ->
                    writeView(
                            view,
                            ViewTag.of(view.type()),
                            view.buffer(),
                            view.byteOffset(),
                            view.length() * view.type().size(),
                            view.tracksLength());
            case JSDataView view ->
                    writeView(
                            view,
                            ViewTag.DATA_VIEW,
                            view.buffer(),
                            view.byteOffset(),
                            view.byteLength(),
                            false);
            case JSError error -> writeError(error);
            default -> {
                if (isOpaque(object)) {
                    throw cannotClone(object);
                }
                if (delegate.isHostObject(object)) {
                    output.writeByte(WireTag.HOST_OBJECT);
                    delegate.writeHostObject(object);
                } else {
                    writeObject(object);
                }
            }
        }
    }

    /** Whether the object is a built-in one with internal slots that no copy could have. */
    private static boolean isOpaque(JSObject object) {
        return object.getClass().getPackageName().startsWith(BUILT_INS)
                || object instanceof JSGenerator
                || object instanceof JSAsyncGenerator
                || object instanceof ModuleNamespace
                || object.builtinTag().equals("Arguments");
    }

    private void writeObject(JSObject object) {
        output.writeByte(WireTag.BEGIN_OBJECT);
        int count = writeProperties(object, enumerableKeys(object));
        output.writeByte(WireTag.END_OBJECT);
        output.writeVarint(count);
    }

    private static List<Object> enumerableKeys(JSObject object) {
        List<Object> keys = new ArrayList<>();
        for (Object key : object.ownPropertyKeys()) {
            if (key instanceof Symbol) {
                continue;
            }
            PropertyDescriptor descriptor = object.getOwnProperty(key);
            if (descriptor != null && descriptor.enumerable()) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** Writes the properties that are still there when their turn comes; answers how many. */
    private int writeProperties(JSObject object, List<Object> keys) {
        int count = 0;
        for (Object key : keys) {
            if (object.hasOwn(key)) {
                Object value = object.get(key);
                writeKey(key);
                writeValue(value);
                count++;
            }
        }
        return count;
    }

    private void writeKey(Object key) {
        if (key instanceof Integer index) {
            writeInteger(index);
        } else {
            output.writeString(key.toString());
        }
    }

    private static boolean isPacked(JSArray array) {
        if (array.length() > Integer.MAX_VALUE) {
            return false;
        }
        for (int i = 0; i < array.length(); i++) {
            if (!array.hasOwnElement(i)) {
                return false;
            }
        }
        return true;
    }

    private void writeArray(JSArray array) {
        long length = array.length();
        Object[] dense = isPacked(array) ? array.toDenseArray() : null;
        if (dense == null) {
            output.writeByte(WireTag.BEGIN_SPARSE_ARRAY);
            output.writeVarint(length);
            int count = writeProperties(array, enumerableKeys(array));
            output.writeByte(WireTag.END_SPARSE_ARRAY);
            output.writeVarint(count);
            output.writeVarint(length);
            return;
        }
        output.writeByte(WireTag.BEGIN_DENSE_ARRAY);
        output.writeVarint(length);
        for (int i = 0; i < dense.length; i++) {
            if (dense[i] instanceof JSObject && !array.hasOwn((Object) i)) {
                output.writeByte(WireTag.THE_HOLE); // a getter before has removed it
            } else {
                writeValue(dense[i] instanceof JSObject ? array.get(i) : dense[i]);
            }
        }
        List<Object> names = enumerableKeys(array);
        names.removeIf(key -> key instanceof Integer);
        int count = writeProperties(array, names);
        output.writeByte(WireTag.END_DENSE_ARRAY);
        output.writeVarint(count);
        output.writeVarint(length);
    }

    private void writeBoxed(PrimitiveObject boxed) {
        switch (boxed.primitiveValue()) {
            case Boolean truth ->
                    output.writeByte(truth ? WireTag.TRUE_OBJECT : WireTag.FALSE_OBJECT);
            case BigInteger integer -> {
                output.writeByte(WireTag.BIG_INT_OBJECT);
                output.writeBigInt(integer);
            }
            case Number number -> {
                output.writeByte(WireTag.NUMBER_OBJECT);
                output.writeDouble(number.doubleValue());
            }
            case CharSequence text -> {
                output.writeByte(WireTag.STRING_OBJECT);
                output.writeString(text.toString());
            }
            default -> throw cannotClone(boxed);
        }
    }

    private void writeRegExp(JSRegExp expression) {
        output.writeByte(WireTag.REG_EXP);
        output.writeString(expression.escapedSource());
        String letters = expression.flags().toString();
        int flags = 0;
        for (int i = 0; i < letters.length(); i++) {
            flags |= 1 << WireTag.REG_EXP_FLAGS.indexOf(letters.charAt(i));
        }
        output.writeVarint(flags);
    }

    private void writeMap(JSMap map) {
        List<Object> entries = new ArrayList<>();
        for (OrderedTable.Cursor cursor = map.table().cursor(); cursor.advance(); ) {
            entries.add(cursor.key());
            entries.add(cursor.value());
        }
        writeEntries(WireTag.BEGIN_MAP, entries, WireTag.END_MAP);
    }

    private void writeSet(JSSet set) {
        List<Object> entries = new ArrayList<>();
        for (OrderedTable.Cursor cursor = set.table().cursor(); cursor.advance(); ) {
            entries.add(cursor.key());
        }
        writeEntries(WireTag.BEGIN_SET, entries, WireTag.END_SET);
    }

    private void writeEntries(int begin, List<Object> entries, int end) {
        output.writeByte(begin);
        for (Object entry : entries) {
            writeValue(entry);
        }
        output.writeByte(end);
        output.writeVarint(entries.size());
    }

    private void writeBuffer(JSArrayBuffer buffer) {
        if (buffer.isShared()) {
            output.writeByte(WireTag.SHARED_ARRAY_BUFFER);
            output.writeVarint(delegate.sharedArrayBufferId(buffer));
            return;
        }
        Integer id = transferred.get(buffer);
        if (id != null) {
            output.writeByte(WireTag.ARRAY_BUFFER_TRANSFER);
            output.writeVarint(id);
            return;
        }
        byte @Nullable [] bytes = buffer.bytes;
        if (bytes == null) {
            throw delegate.dataCloneError("An ArrayBuffer is detached and could not be cloned.");
        }
        if (buffer.isResizable()) {
            output.writeByte(WireTag.RESIZABLE_ARRAY_BUFFER);
            output.writeVarint(buffer.byteLength());
            output.writeVarint(buffer.maxByteLength());
        } else {
            output.writeByte(WireTag.ARRAY_BUFFER);
            output.writeVarint(buffer.byteLength());
        }
        output.writeBytes(bytes, 0, buffer.byteLength());
    }

    private void writeView(
            JSObject view,
            int tag,
            JSArrayBuffer buffer,
            int byteOffset,
            int byteLength,
            boolean tracksLength) {
        if (viewsAreHostObjects) {
            output.writeByte(WireTag.HOST_OBJECT);
            delegate.writeHostObject(view);
            return;
        }
        output.writeByte(WireTag.ARRAY_BUFFER_VIEW);
        output.writeByte(tag);
        output.writeVarint(byteOffset);
        output.writeVarint(byteLength);
        boolean resizable = buffer.isResizable() && !buffer.isShared();
        output.writeVarint(
                (tracksLength ? WireTag.VIEW_TRACKS_LENGTH : 0)
                        | (resizable ? WireTag.VIEW_OF_RESIZABLE : 0));
    }

    private void writeError(JSError error) {
        output.writeByte(WireTag.ERROR);
        String name = TypeConversion.toJavaString(error.get("name"));
        int tag =
                switch (name) {
                    case "EvalError" -> 'E';
                    case "RangeError" -> 'R';
                    case "ReferenceError" -> 'F';
                    case "SyntaxError" -> 'S';
                    case "TypeError" -> 'T';
                    case "URIError" -> 'U';
                    default -> 0;
                };
        if (tag != 0) {
            output.writeByte(tag);
        }
        PropertyDescriptor message = error.getOwnProperty("message");
        if (message != null && !message.isAccessor()) {
            output.writeByte(WireTag.ERROR_MESSAGE);
            output.writeString(TypeConversion.toJavaString(message.value()));
        }
        if (error.hasOwn("cause")) {
            output.writeByte(WireTag.ERROR_CAUSE);
            writeValue(error.get("cause"));
        }
        if (error.get("stack") instanceof CharSequence stack) {
            output.writeByte(WireTag.ERROR_STACK);
            output.writeString(stack.toString());
        }
        output.writeByte(WireTag.ERROR_END);
    }
}
