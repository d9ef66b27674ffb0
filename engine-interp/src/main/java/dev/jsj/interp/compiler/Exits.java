package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.FunctionInfo;
import dev.jsj.interp.bytecode.Label;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.bytecode.ScopeInfo;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * How control gets out of nested statements: the stack of what surrounds the code being compiled
 * (jump targets, protected regions, open iterators, finally blocks), and the code that break,
 * continue and return emit on their way out: closing iterators, running finally blocks, popping
 * scopes.
 *
 * <p>Code emitted on the way out belongs to what has not been left yet: it is excluded from the
 * protected regions that have been.
 */
final class Exits {

    private final FunctionCompiler f;
    private @Nullable Entry top;

    Exits(FunctionCompiler f) {
        this.f = f;
    }

    /** One thing that surrounds the code being compiled. */
    abstract static sealed class Entry {
        final @Nullable Entry outer;
        final int scopeDepth;

        Entry(Exits exits) {
            this.outer = exits.top;
            this.scopeDepth = exits.f.scopeDepth;
        }
    }

    /** Where a break or continue may go. */
    static final class Target extends Entry {
        final Label label;
        final List<String> names;
        final boolean isContinue;
        final boolean unlabelled;

        private Target(
                Exits exits,
                Label label,
                List<String> names,
                boolean isContinue,
                boolean unlabelled) {
            super(exits);
            this.label = label;
            this.names = names;
            this.isContinue = isContinue;
            this.unlabelled = unlabelled;
        }
    }

    /** Code whose exceptions go to a handler. */
    static sealed class Region extends Entry {
        private final List<int[]> gaps = new ArrayList<>();
        private final int scopePushes;
        private final int start;
        private final @Nullable ScopeInfo scopeInfo;
        private int end = -1;

        private Region(Exits exits) {
            super(exits);
            this.scopePushes = exits.f.scopePushes;
            this.start = exits.f.code.offset();
            this.scopeInfo = exits.f.currentScopeInfo();
        }
    }

    /** A region that must close an iterator when left. */
    static final class OpenIterator extends Region {
        final int iterator;
        final boolean async;

        private OpenIterator(Exits exits, int iterator, boolean async) {
            super(exits);
            this.iterator = iterator;
            this.async = async;
        }
    }

    /** A region with a finally block: kind and value registers say how it was left. */
    static final class Finally extends Region {
        static final int NORMAL = 0;
        static final int THROW = 1;
        private static final int FIRST_EXIT = 2;

        final int kind;
        final int value;
        final Label finalizer = new Label();
        private final List<@Nullable Target> exits = new ArrayList<>();

        private Finally(Exits exits, int kind, int value) {
            super(exits);
            this.kind = kind;
            this.value = value;
        }

        /** The number of the way out; null stands for return. */
        private int exitNumber(@Nullable Target target) {
            int index = exits.indexOf(target);
            if (index < 0) {
                index = exits.size();
                exits.add(target);
            }
            return FIRST_EXIT + index;
        }
    }

    // ---------------------------------------------------------------- entering and leaving

    Target pushTarget(Label label, List<String> names, boolean isContinue, boolean unlabelled) {
        Target target = new Target(this, label, names, isContinue, unlabelled);
        top = target;
        return target;
    }

    Region pushRegion() {
        Region region = new Region(this);
        top = region;
        return region;
    }

    OpenIterator pushIterator(int iterator, boolean async) {
        OpenIterator region = new OpenIterator(this, iterator, async);
        top = region;
        return region;
    }

    Finally pushFinally(int kind, int value) {
        Finally region = new Finally(this, kind, value);
        top = region;
        return region;
    }

    /** Leaves the innermost entry: code that follows is outside. */
    void pop(Entry entry) {
        assert top == entry : "entries are left in order";
        top = entry.outer;
        if (entry instanceof Region region) {
            region.end = f.code.offset();
        }
    }

    /** Excludes the code from an offset up to here from the region. */
    void exclude(Region region, int start) {
        if (f.code.offset() > start) {
            region.gaps.add(new int[] {start, f.code.offset()});
        }
    }

    /**
     * The next instruction handles the exceptions of a region that was left: the exception arrives
     * in the register. The scope is that of the region's start again.
     */
    void handler(Region region, int exceptionRegister) {
        handler(region, exceptionRegister, false);
    }

    /** Likewise for code that does nothing with the exception but RETHROW. */
    void rethrowingHandler(Region region, int exceptionRegister) {
        handler(region, exceptionRegister, true);
    }

    private void handler(Region region, int exceptionRegister, boolean rethrows) {
        int handler = f.code.offset();
        int from = region.start;
        for (int[] gap : region.gaps) {
            f.code.handler(from, gap[0], handler, exceptionRegister, rethrows);
            from = gap[1];
        }
        f.code.handler(from, region.end, handler, exceptionRegister, rethrows);
        if (f.scopePushes > region.scopePushes) {
            ScopeInfo info = region.scopeInfo;
            f.code.emit(
                    Op.UNWIND_SCOPE,
                    info == null ? f.code.uniqueConstant(null) : f.code.constant(info));
        }
    }

    // ---------------------------------------------------------------- the ways out

    void breakTo(@Nullable String name) {
        leaveTo(find(name, false), FunctionCompiler.NONE);
    }

    void continueTo(@Nullable String name) {
        leaveTo(find(name, true), FunctionCompiler.NONE);
    }

    /** Returns the value of a register, which stays untouched on the way. */
    void returnValue(int value) {
        leaveTo(null, value);
    }

    private Target find(@Nullable String name, boolean isContinue) {
        for (Entry entry = top; entry != null; entry = entry.outer) {
            if (entry instanceof Target target
                    && target.isContinue == isContinue
                    && (name == null ? target.unlabelled : target.names.contains(name))) {
                return target;
            }
        }
        throw new AssertionError("The parser lets no break or continue pass that has no target.");
    }

    /** Emits the way out to the target, or out of the function with the value if it is null. */
    private void leaveTo(@Nullable Target target, int value) {
        List<Region> left = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        Entry saved = top;
        int savedDepth = f.scopeDepth;
        boolean arrived = true;
        for (Entry entry = top; entry != target; entry = entry.outer) {
            if (entry instanceof Region region) {
                left.add(region);
                starts.add(f.code.offset());
                top = region.outer;
                if (region instanceof Finally protector) {
                    popScopes(protector.scopeDepth);
                    enterFinalizer(protector, protector.exitNumber(target), value);
                    arrived = false;
                    break;
                }
                if (region instanceof OpenIterator open) {
                    f.loops.closeIterator(open.iterator, open.async);
                }
            }
        }
        if (arrived) {
            if (target == null) {
                emitReturn(value);
            } else {
                popScopes(target.scopeDepth);
                f.jump(target.label);
            }
        }
        top = saved;
        f.scopeDepth = savedDepth;
        for (int i = 0; i < left.size(); i++) {
            exclude(left.get(i), starts.get(i));
        }
    }

    private void popScopes(int depth) {
        for (int i = f.scopeDepth; i > depth; i--) {
            f.code.emit(Op.POP_SCOPE);
        }
        f.scopeDepth = depth;
    }

    private void emitReturn(int value) {
        if (f.info.kind() == FunctionInfo.Kind.DERIVED_CONSTRUCTOR) {
            int mark = f.registers.mark();
            f.code.emit(Op.RETURN_DERIVED, value, thisOfConstructor());
            f.registers.release(mark);
        } else {
            f.code.emit(Op.RETURN, value);
        }
    }

    private int thisOfConstructor() {
        if (f.context.scope().lookupLocal("this") != null) {
            return f.variables.registerRaw("this");
        }
        int uninitialized = f.registers.temporary(); // nothing in the constructor can call super()
        f.code.emit(Op.LOAD_EMPTY, uninitialized);
        return uninitialized;
    }

    /** Goes to the finally block, saying how. */
    void enterFinalizer(Finally protector, int kind, int value) {
        f.loadInt(protector.kind, kind);
        if (value != FunctionCompiler.NONE) {
            f.move(protector.value, value);
        }
        f.jump(protector.finalizer);
    }

    /**
     * At the end of a finally block: goes on as the region was left; falls through if that was
     * normally.
     */
    void resumeAfterFinally(Finally protector) {
        Label done = new Label();
        if (protector.exits.isEmpty()) {
            f.code.emitJump(Op.JUMP_IF_STRICT_EQUAL_INT, done, protector.kind, Finally.NORMAL);
            f.code.emit(Op.RETHROW, protector.value);
            f.bind(done);
            return;
        }
        Label[] labels = new Label[1 + protector.exits.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = new Label();
        }
        f.code.emit(Op.SWITCH_INT, protector.kind, Finally.THROW, f.code.intTable(labels));
        f.jump(done);
        f.bind(labels[0]);
        f.code.emit(Op.RETHROW, protector.value);
        for (int i = 0; i < protector.exits.size(); i++) {
            f.bind(labels[i + 1]);
            Target target = protector.exits.get(i);
            leaveTo(target, target == null ? protector.value : FunctionCompiler.NONE);
        }
        f.bind(done);
    }
}
