package dev.jsj.jit.emit;

import dev.jsj.interp.feedback.PropertyCache;
import dev.jsj.jit.deopt.DeoptReason;
import dev.jsj.jit.ir.Instruction;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.Accessor;
import dev.jsj.runtime.object.JSObject;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.List;

/**
 * Named properties. A site that has met one shape guards it, once per object and block, and then
 * reads or writes the slot as a Java field; one that has met several compares with each, and a miss
 * calls the interpreter's helper.
 */
final class PropertyEmitter {
    private static final String OBJECT = "Ljava/lang/Object;";

    /** A scratch local. */
    private static final int VALUE = 2;

    private final FunctionEmitter f;
    private final ObjectEmitter objects;
    private final CallEmitter calls;
    private final NumberSlots numbers;
    private final MegamorphicAccess megamorphic;
    private final MethodVisitor mv;

    PropertyEmitter(FunctionEmitter f, CallEmitter calls) {
        this.f = f;
        this.objects = f.objects;
        this.calls = calls;
        this.numbers = new NumberSlots(f);
        this.megamorphic = new MegamorphicAccess(f, "PropertyOps");
        this.mv = f.mv;
    }

    private List<PropertyCache> entries(Instruction instruction) {
        List<PropertyCache> entries = new ArrayList<>();
        for (PropertyCache entry = (PropertyCache) f.caches[instruction.feedback()];
                entry != null && entry.shape != null;
                entry = entry.rest()) {
            entries.add(entry);
        }
        return entries;
    }

    /** The one entry that the site is specialised for, where that is promising. */
    private @Nullable PropertyCache only(List<PropertyCache> entries) {
        return entries.size() == 1
                        && f.types.speculates()
                        && !entries.get(0).guardFailed
                        && isSimple(entries.get(0))
                ? entries.get(0)
                : null;
    }

    private static boolean isSimple(PropertyCache entry) {
        return switch (entry.kind) {
            case OWN_DATA, INHERITED_DATA, INHERITED_SLOT, ADD -> true;
            case OWN_ACCESSOR, INHERITED_ACCESSOR, MEGAMORPHIC -> false;
        };
    }

    /** The getter that the entry's loads call, where it can be called from here; else null. */
    private static @Nullable ScriptFunction getter(PropertyCache entry) {
        return entry.kind == PropertyCache.Kind.INHERITED_ACCESSOR
                        && entry.value instanceof Accessor accessor
                        && CallEmitter.isDirect(accessor.getter())
                ? (ScriptFunction) accessor.getter()
                : null;
    }

    private static @Nullable ScriptFunction setter(PropertyCache entry) {
        return entry.kind == PropertyCache.Kind.INHERITED_ACCESSOR
                        && entry.value instanceof Accessor accessor
                        && CallEmitter.isDirect(accessor.setter())
                ? (ScriptFunction) accessor.setter()
                : null;
    }

    private static boolean isInlineLoad(PropertyCache entry) {
        return isSimple(entry) || getter(entry) != null;
    }

    private static boolean isInlineStore(PropertyCache entry) {
        return isSimple(entry) || setter(entry) != null;
    }

    // ---- loads

    /** GET_PROPERTY dst, object, key, fb. */
    void get(Instruction instruction) {
        PropertyCache ofNumber = f.types.numberLoad(instruction);
        if (ofNumber != null) {
            getNumber(instruction, ofNumber);
            return;
        }
        List<PropertyCache> entries = entries(instruction);
        PropertyCache only = only(entries);
        if (only != null) {
            getOnly(instruction, only);
        } else {
            getAny(instruction, entries);
        }
    }

    private void getOnly(Instruction instruction, PropertyCache entry) {
        int base = instruction.operand(1);
        int target = instruction.operand(0);
        Label exit = f.exit(instruction, DeoptReason.WRONG_SHAPE);
        if (entry.stringPrototype != null) {
            getOfString(instruction, entry, exit);
            return;
        }
        objects.guardShape(base, entry.shape, exit);
        load(entry, target, exit, () -> objects.pushKnown(base));
        if (entry.kind == PropertyCache.Kind.INHERITED_DATA) {
            f.registers.facts.learnConstant(target, entry.value);
        }
        f.keepShapes();
    }

    private void getNumber(Instruction instruction, PropertyCache entry) {
        Label exit = f.exit(instruction, DeoptReason.WRONG_SHAPE);
        int base = instruction.operand(1);
        objects.guardShape(base, entry.shape, exit);
        objects.push(base);
        objects.pushSlot(entry.slot);
        numbers.unbox(exit);
        f.registers.storeDouble(instruction.operand(0));
        f.keepShapes();
    }

    /**
     * The load, after the shape has been checked.
     *
     * @param owner pushes the object that has the property, where it is not inherited
     */
    private void load(PropertyCache entry, int target, Label exit, Runnable owner) {
        if (entry.kind == PropertyCache.Kind.INHERITED_DATA) {
            objects.checkCell(entry, exit);
            f.constants.push(mv, entry.value, "java/lang/Object");
        } else {
            int value =
                    f.isLive(target) ? f.registers.scratch(VALUE) : f.registers.anyLocal(target);
            if (entry.kind == PropertyCache.Kind.INHERITED_SLOT) {
                objects.checkCell(entry, exit);
                loadSlot(entry, () -> pushHolder(entry), value);
            } else {
                loadSlot(entry, owner, value);
            }
            mv.visitVarInsn(Opcodes.ALOAD, value);
            mv.visitJumpInsn(Opcodes.IFNULL, exit); // made at its first use
            if (!f.isLive(target)) {
                f.registers.storedAny(target);
                return;
            }
            mv.visitVarInsn(Opcodes.ALOAD, value);
        }
        f.registers.storeAny(target);
    }

    private void loadSlot(PropertyCache entry, Runnable owner, int local) {
        owner.run();
        objects.pushSlot(entry.slot);
        numbers.storeValue(entry.key, local);
    }

    private void loadSlot(PropertyCache entry, Runnable owner, int local, Label ifPresent) {
        loadSlot(entry, owner, local);
        mv.visitVarInsn(Opcodes.ALOAD, local);
        mv.visitJumpInsn(Opcodes.IFNONNULL, ifPresent);
    }

    private void pushHolder(PropertyCache entry) {
        f.constants.push(mv, entry.holder(), RuntimeMethods.JS_OBJECT);
    }

    /** A property of a string, but for its length and characters: one of %String.prototype%. */
    private void getOfString(Instruction instruction, PropertyCache entry, Label exit) {
        f.registers.pushAny(instruction.operand(1));
        f.runtime.helper(mv, "CompiledCode", "isString", "(" + OBJECT + ")Z");
        mv.visitJumpInsn(Opcodes.IFEQ, exit);
        Runnable prototype =
                () -> f.constants.push(mv, entry.stringPrototype, RuntimeMethods.JS_OBJECT);
        prototype.run();
        objects.pushShape();
        f.constants.push(mv, entry.shape, RuntimeMethods.SHAPE);
        mv.visitJumpInsn(Opcodes.IF_ACMPNE, exit);
        load(entry, instruction.operand(0), exit, prototype);
        f.keepShapes();
    }

    private void getAny(Instruction instruction, List<PropertyCache> entries) {
        int base = instruction.operand(1);
        Label slow = new Label();
        Label done = new Label();
        int value = f.registers.scratch(VALUE);
        f.registers.box(base); // boxes before the branches
        loadAmong(instruction, entries, value, slow, done);
        if (isMegamorphic(instruction)) {
            megamorphic.get(base, () -> pushKey(instruction, 2));
            Code.keep(mv, value, Opcodes.IFNONNULL, done);
        }
        f.activation.pushFrameAndPc(instruction);
        f.registers.pushAny(base);
        pushKey(instruction, 2);
        f.pushFeedbackSlot(instruction);
        f.runtime.helper(
                mv,
                "PropertyOps",
                "get",
                "(L" + RuntimeMethods.FRAME + ";I" + OBJECT + OBJECT + "I)" + OBJECT);
        mv.visitVarInsn(Opcodes.ASTORE, value);
        mv.visitLabel(done);
        f.registers.storeFrom(value, instruction.operand(0));
    }

    private boolean isMegamorphic(Instruction instruction) {
        return PropertyCache.isMegamorphic(f.caches[instruction.feedback()]);
    }

    private void pushKey(Instruction instruction, int operand) {
        Object key = f.unit().constants()[instruction.operand(operand)];
        f.constants.push(mv, key, "java/lang/Object");
    }

    /**
     * Loads by the entry that knows the object's shape and goes to {@code done}, the value in a
     * local; goes on at {@code slow}, here, where none does.
     */
    private void loadAmong(
            Instruction instruction,
            List<PropertyCache> entries,
            int value,
            Label slow,
            Label done) {
        List<PropertyCache> inline =
                entries.stream().filter(PropertyEmitter::isInlineLoad).toList();
        if (!inline.isEmpty()) {
            objects.loadShape(instruction.operand(1), slow);
            inline.forEach(entry -> getEntry(instruction, entry, value, done));
        }
        mv.visitLabel(slow);
    }

    private void getEntry(Instruction instruction, PropertyCache entry, int value, Label done) {
        Label miss = new Label();
        int base = instruction.operand(1);
        ScriptFunction getter = getter(entry);
        objects.compareShape(entry, miss);
        if (getter != null) {
            objects.checkCell(entry, miss);
            calls.accessor(instruction, getter, base, new int[0], value, miss, done);
        } else if (entry.kind == PropertyCache.Kind.INHERITED_SLOT) {
            objects.checkCell(entry, miss);
            loadSlot(entry, () -> pushHolder(entry), value, done);
        } else if (entry.kind == PropertyCache.Kind.OWN_DATA) {
            loadSlot(entry, () -> objects.push(base), value, done);
        } else {
            objects.checkCell(entry, miss);
            f.constants.push(mv, entry.value, "java/lang/Object");
            mv.visitVarInsn(Opcodes.ASTORE, value);
            mv.visitJumpInsn(Opcodes.GOTO, done);
        }
        mv.visitLabel(miss);
    }

    // ---- private names: the name is a constant, too

    private static boolean haveOneName(List<PropertyCache> entries) {
        return entries.stream().allMatch(entry -> entry.key == entries.get(0).key);
    }

    private void guardName(int register, PropertyCache entry, Label exit) {
        if (f.registers.facts.constant(register) != entry.key) {
            f.registers.pushAny(register);
            f.constants.push(mv, entry.key, "java/lang/Object");
            mv.visitJumpInsn(Opcodes.IF_ACMPNE, exit);
        }
    }

    /** GET_PRIVATE dst, object, name, fb. */
    boolean getPrivate(Instruction instruction) {
        List<PropertyCache> entries = entries(instruction);
        if (entries.isEmpty() || !haveOneName(entries)) {
            return false;
        }
        int name = instruction.operand(2);
        PropertyCache only = only(entries);
        if (only != null) {
            guardName(name, only, f.exit(instruction, DeoptReason.WRONG_SHAPE));
            getOnly(instruction, only);
            return true;
        }
        int value = f.registers.scratch(VALUE);
        Label slow = new Label();
        Label done = new Label();
        instruction.forEachRead(f.registers::box);
        guardName(name, entries.get(0), slow);
        loadAmong(instruction, entries, value, slow, done);
        f.emitShared(instruction, value);
        mv.visitLabel(done);
        f.registers.storeFrom(value, instruction.operand(0));
        return true;
    }

    /** SET_PRIVATE object, name, value, fb; DEFINE_PRIVATE_FIELD object, name, value, fb. */
    boolean setPrivate(Instruction instruction) {
        List<PropertyCache> entries = entries(instruction);
        if (entries.isEmpty() || !haveOneName(entries)) {
            return false;
        }
        int name = instruction.operand(1);
        PropertyCache only = only(entries);
        if (only != null) {
            guardName(name, only, f.exit(instruction, DeoptReason.WRONG_SHAPE));
            store(instruction, only);
            return true;
        }
        Label slow = new Label();
        Label done = new Label();
        instruction.forEachRead(f.registers::box);
        guardName(name, entries.get(0), slow);
        storeAmong(instruction, entries, slow, done);
        f.emitShared(instruction, -1);
        mv.visitLabel(done);
        return true;
    }

    // ---- stores

    /** SET_PROPERTY object, key, value, strict, fb. */
    void set(Instruction instruction) {
        List<PropertyCache> entries = entries(instruction);
        PropertyCache only = only(entries);
        int base = instruction.operand(0);
        int value = instruction.operand(2);
        if (only != null && only.kind != PropertyCache.Kind.INHERITED_DATA) {
            store(instruction, only);
            return;
        }
        Label slow = new Label();
        Label done = new Label();
        f.registers.box(value); // boxes before the branches
        f.registers.box(base);
        storeAmong(instruction, entries, slow, done);
        if (isMegamorphic(instruction)) {
            megamorphic.set(base, () -> pushKey(instruction, 1), value);
            mv.visitJumpInsn(Opcodes.IFNE, done);
        }
        f.activation.pushFrameAndPc(instruction);
        f.registers.pushAny(base);
        f.registers.pushAny(value);
        f.runtime.helper(mv, "PropertyOps", "set", RuntimeMethods.descriptor(2, "V"));
        mv.visitLabel(done);
    }

    /**
     * Stores by the entry that knows the object's shape and goes to {@code done}; goes on at {@code
     * slow}, here, where none does.
     */
    private void storeAmong(
            Instruction instruction, List<PropertyCache> entries, Label slow, Label done) {
        List<PropertyCache> inline =
                entries.stream().filter(PropertyEmitter::isInlineStore).toList();
        if (!inline.isEmpty()) {
            objects.loadShape(instruction.operand(0), slow);
            inline.forEach(entry -> setEntry(instruction, entry, done));
        }
        mv.visitLabel(slow);
    }

    private void setEntry(Instruction instruction, PropertyCache entry, Label done) {
        int base = instruction.operand(0);
        int value = instruction.operand(2);
        Label miss = new Label();
        ScriptFunction setter = setter(entry);
        objects.compareShape(entry, miss);
        if (setter != null) {
            objects.checkCell(entry, miss);
            int ignored = f.registers.scratch(VALUE);
            calls.accessor(instruction, setter, base, new int[] {value}, ignored, miss, done);
        } else {
            storeEntry(entry, base, value, miss);
            mv.visitJumpInsn(Opcodes.GOTO, done);
        }
        mv.visitLabel(miss);
    }

    /** DEFINE_PROPERTY object, key, value, fb. */
    boolean define(Instruction instruction) {
        List<PropertyCache> entries = entries(instruction);
        if (entries.isEmpty() || !entries.stream().allMatch(PropertyEmitter::isOwnStore)) {
            return false;
        }
        PropertyCache only = only(entries);
        if (only != null) {
            store(instruction, only);
            return true;
        }
        Label slow = new Label();
        Label done = new Label();
        instruction.forEachRead(f.registers::box);
        storeAmong(instruction, entries, slow, done);
        f.emitShared(instruction, -1);
        mv.visitLabel(done);
        return true;
    }

    private static boolean isOwnStore(PropertyCache entry) {
        return entry.kind == PropertyCache.Kind.ADD || entry.kind == PropertyCache.Kind.OWN_DATA;
    }

    /** A store to objects of one shape. */
    private void store(Instruction instruction, PropertyCache entry) {
        int base = instruction.operand(0);
        Label exit = f.exit(instruction, DeoptReason.WRONG_SHAPE);
        objects.guardShape(base, entry.shape, exit);
        int value = instruction.operand(2);
        if (entry.kind == PropertyCache.Kind.OWN_DATA && numbers.keeps(entry.key, value)) {
            storeNumber(entry, base, value);
        } else {
            storeEntry(entry, base, value, exit);
        }
        if (entry.kind == PropertyCache.Kind.ADD) {
            f.registers.facts.changeShape(base, entry.shape, entry.next);
        }
        f.keepShapes();
    }

    /**
     * Overwrites the Number in the slot; one that is stored there first gets an object to be in.
     */
    private void storeNumber(PropertyCache entry, int base, int value) {
        Label first = new Label();
        Label done = new Label();
        objects.push(base);
        objects.pushSlot(entry.slot);
        numbers.overwrite(value, first);
        mv.visitLabel(done);
        f.later(
                () -> {
                    mv.visitLabel(first);
                    objects.storeSlot(entry.slot, base, () -> numbers.pushNew(value));
                    mv.visitJumpInsn(Opcodes.GOTO, done);
                });
    }

    /** The store, after the shape has been checked. */
    private void storeEntry(PropertyCache entry, int base, int value, Label miss) {
        boolean add = entry.kind == PropertyCache.Kind.ADD;
        if (add) {
            objects.checkCell(entry, miss);
        }
        f.registers.box(value);
        if (add && entry.slot >= JSObject.INLINE_SLOTS) {
            objects.push(base);
            f.constants.push(mv, entry.next, RuntimeMethods.SHAPE);
            Code.pushInt(mv, entry.slot);
            f.registers.pushAny(value);
            mv.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    RuntimeMethods.JS_OBJECT,
                    "addSlot",
                    "(L" + RuntimeMethods.SHAPE + ";I" + OBJECT + ")V",
                    false);
            return;
        }
        objects.storeSlot(entry.slot, base, () -> f.registers.pushAny(value));
        if (add) {
            objects.storeShape(base, entry.next);
        }
    }
}
