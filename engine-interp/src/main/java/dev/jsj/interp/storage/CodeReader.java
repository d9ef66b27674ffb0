package dev.jsj.interp.storage;

import dev.jsj.interp.bytecode.CodeUnit;
import dev.jsj.interp.bytecode.ExceptionHandler;
import dev.jsj.interp.bytecode.FeedbackKind;
import dev.jsj.interp.bytecode.FunctionInfo;
import dev.jsj.interp.bytecode.ObjectBoilerplate;
import dev.jsj.interp.bytecode.RegisterVariable;
import dev.jsj.interp.bytecode.ScopeInfo;
import dev.jsj.interp.bytecode.SourcePositions;
import dev.jsj.interp.bytecode.StringSwitch;
import dev.jsj.interp.bytecode.TemplateLiteralSite;
import dev.jsj.parser.Source;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what {@link CodeWriter} wrote: the outermost function at once, each other one when it is
 * first called, each string and scope when something needs it.
 */
public final class CodeReader {
    private static final FunctionInfo.Kind[] FUNCTION_KINDS = FunctionInfo.Kind.values();
    private static final ScopeInfo.Kind[] SCOPE_KINDS = ScopeInfo.Kind.values();
    private static final FeedbackKind[] FEEDBACK_KINDS = FeedbackKind.values();

    private final Source source;
    private final byte[] bytes;
    private final int[] words;
    private final int textAt;
    private final @Nullable String[] strings;
    private final @Nullable ScopeInfo[] scopes;

    /** Where {@link #next} reads. */
    private int at;

    private CodeReader(byte[] bytes, Source source) {
        this.source = source;
        this.bytes = bytes;
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        words = new int[buffer.getInt(StoredCode.WORD_COUNT * Integer.BYTES)];
        buffer.asIntBuffer().get(words);
        textAt = words.length * Integer.BYTES;
        strings = new String[words[StoredCode.STRING_COUNT]];
        scopes = new ScopeInfo[words[StoredCode.SCOPE_COUNT]];
    }

    /**
     * The outermost function.
     *
     * @param source the source that was compiled
     * @return null if it is code of another version of the format
     */
    public static @Nullable FunctionInfo read(byte[] bytes, Source source) {
        return ByteBuffer.wrap(bytes).getInt(0) == StoredCode.VERSION
                ? new CodeReader(bytes, source).function(0)
                : null;
    }

    private int next() {
        return words[at++];
    }

    // ---- strings and scopes

    private @Nullable String nextString() {
        int number = next();
        return number == StoredCode.NO_STRING ? null : string(number);
    }

    /** Interned, since property keys are compared by identity. */
    private String string(int number) {
        String known = strings[number];
        if (known == null) {
            int end = words[StoredCode.HEADER + number];
            int start = number == 0 ? 0 : words[StoredCode.HEADER + number - 1] >>> 1;
            int length = (end >>> 1) - start;
            boolean wide = (end & 1) != 0; // decoded by hand: may have lone surrogates
            known =
                    wide
                            ? ByteBuffer.wrap(bytes, textAt + start, length)
                                    .asCharBuffer()
                                    .toString()
                            : new String(
                                    bytes, textAt + start, length, StandardCharsets.ISO_8859_1);
            known = known.intern();
            strings[number] = known;
        }
        return known;
    }

    private @Nullable String[] nextStrings() {
        @Nullable String[] list = new String[next()];
        for (int i = 0; i < list.length; i++) {
            list[i] = nextString();
        }
        return list;
    }

    private ScopeInfo nextScope() {
        int number = next();
        ScopeInfo known = scopes[number];
        if (known == null) {
            int back = at;
            at = words[StoredCode.HEADER + strings.length + number];
            ScopeInfo.Kind kind = SCOPE_KINDS[next()];
            int flags = next();
            int count = next();
            @Nullable String[] names = new String[count];
            int[] variableFlags = new int[count];
            for (int i = 0; i < count; i++) {
                names[i] = nextString();
                variableFlags[i] = next();
            }
            known =
                    new ScopeInfo(
                            kind,
                            names,
                            variableFlags,
                            (flags & StoredCode.VARIABLE_SCOPE) != 0,
                            (flags & StoredCode.EVAL_VARIABLES) != 0);
            scopes[number] = known;
            at = back;
        }
        return known;
    }

    // ---- functions

    private FunctionInfo function(int number) {
        int back = at;
        at = words[StoredCode.HEADER + strings.length + scopes.length + number];
        FunctionInfo.Kind kind = FUNCTION_KINDS[next()];
        int flags = next();
        String name = nextString();
        int length = next();
        int start = next();
        int end = next();
        FunctionInfo function =
                new FunctionInfo(
                        kind,
                        name,
                        length,
                        (flags & StoredCode.STRICT) != 0,
                        (flags & StoredCode.ASYNC) != 0,
                        (flags & StoredCode.GENERATOR) != 0,
                        (flags & StoredCode.USES_SUPER) != 0,
                        source,
                        start,
                        end,
                        new UnitAt(at));
        at = back;
        return function;
    }

    /** The code of a function, not read yet. */
    private final class UnitAt implements FunctionInfo.Compilation {
        private final int word;

        UnitAt(int word) {
            this.word = word;
        }

        @Override
        public CodeUnit compile(FunctionInfo function) {
            at = word;
            return unit(function);
        }
    }

    private CodeUnit unit(FunctionInfo function) {
        int registerCount = next();
        int parameterCount = next();
        boolean needsArguments = next() != 0;
        int[] code = nextInts();
        @Nullable Object[] constants = nextConstants();
        FunctionInfo[] functions = new FunctionInfo[next()];
        for (int i = 0; i < functions.length; i++) {
            functions[i] = function(next());
        }
        FeedbackKind[] counters = nextFeedback();
        FeedbackKind[] caches = nextFeedback();
        ExceptionHandler[] handlers = new ExceptionHandler[next()];
        for (int i = 0; i < handlers.length; i++) {
            handlers[i] = new ExceptionHandler(next(), next(), next(), next(), next() != 0);
        }
        SourcePositions positions = new SourcePositions(nextInts());
        RegisterVariable[] variables = new RegisterVariable[next()];
        for (int i = 0; i < variables.length; i++) {
            variables[i] = new RegisterVariable(next(), nextString(), next(), next());
        }
        return new CodeUnit(
                function,
                code,
                constants,
                functions,
                registerCount,
                parameterCount,
                needsArguments,
                counters,
                caches,
                List.of(handlers),
                positions,
                List.of(variables));
    }

    private int[] nextInts() {
        int length = next();
        int start = at;
        at += length;
        return Arrays.copyOfRange(words, start, at);
    }

    private @Nullable FeedbackKind[] nextFeedback() {
        @Nullable FeedbackKind[] kinds = new FeedbackKind[next()];
        for (int i = 0; i < kinds.length; i++) {
            int kind = next();
            kinds[i] = kind < 0 ? null : FEEDBACK_KINDS[kind];
        }
        return kinds;
    }

    // ---- constants

    private @Nullable Object[] nextConstants() {
        @Nullable Object[] constants = new Object[next()];
        for (int i = 0; i < constants.length; i++) {
            constants[i] = nextConstant();
        }
        return constants;
    }

    private @Nullable Object nextConstant() {
        int what = next();
        return switch (what) {
            case StoredCode.NOTHING -> null;
            case StoredCode.STRING -> nextString();
            case StoredCode.INT -> next();
            case StoredCode.DOUBLE -> nextDouble();
            case StoredCode.BIG_INT -> new BigInteger(nextString());
            case StoredCode.UNDEFINED -> Undefined.UNDEFINED;
            case StoredCode.NULL -> Null.NULL;
            case StoredCode.TRUE -> Boolean.TRUE;
            case StoredCode.FALSE -> Boolean.FALSE;
            case StoredCode.SCOPE -> nextScope();
            case StoredCode.BOILERPLATE -> new ObjectBoilerplate(List.of(nextStrings()));
            case StoredCode.STRING_SWITCH -> nextStringSwitch();
            case StoredCode.TEMPLATE ->
                    new TemplateLiteralSite(nextStrings(), List.of(nextStrings()));
            case StoredCode.INT_ARRAY -> nextInts();
            case StoredCode.DOUBLE_ARRAY -> nextDoubles();
            case StoredCode.ARRAY -> nextConstants();
            default -> throw new AssertionError("There is no constant of kind " + what + ".");
        };
    }

    private double nextDouble() {
        return Double.longBitsToDouble((long) next() << 32 | next() & 0xffffffffL);
    }

    private double[] nextDoubles() {
        double[] values = new double[next()];
        for (int i = 0; i < values.length; i++) {
            values[i] = nextDouble();
        }
        return values;
    }

    private StringSwitch nextStringSwitch() {
        int count = next();
        Map<String, Integer> targets = HashMap.newHashMap(count);
        for (int i = 0; i < count; i++) {
            String string = nextString();
            targets.put(string, next());
        }
        return new StringSwitch(targets);
    }
}
