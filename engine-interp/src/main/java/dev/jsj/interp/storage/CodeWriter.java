package dev.jsj.interp.storage;

import dev.jsj.interp.bytecode.CodeUnit;
import dev.jsj.interp.bytecode.ExceptionHandler;
import dev.jsj.interp.bytecode.FeedbackKind;
import dev.jsj.interp.bytecode.FunctionInfo;
import dev.jsj.interp.bytecode.ObjectBoilerplate;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.bytecode.RegisterVariable;
import dev.jsj.interp.bytecode.ScopeInfo;
import dev.jsj.interp.bytecode.StringSwitch;
import dev.jsj.interp.bytecode.TemplateLiteralSite;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a function literal, and all those inside it, in the format of {@link StoredCode}. */
public final class CodeWriter {
    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private final Map<ScopeInfo, Integer> scopeNumbers = new IdentityHashMap<>();
    private final List<ScopeInfo> scopes = new ArrayList<>();
    private final List<FunctionInfo> functions = new ArrayList<>();
    private int[] words = new int[1024];
    private int length;

    private CodeWriter() {}

    /**
     * Compiles everything inside the function and gives its bytes.
     *
     * @throws IllegalArgumentException if there is a direct eval in it, whose site refers to the
     *     syntax tree
     */
    public static byte[] write(FunctionInfo outermost) {
        return new CodeWriter().file(outermost);
    }

    /** Changes with the table of operations: stored code of another table means something else. */
    public static int fingerprint() {
        StringBuilder table = new StringBuilder();
        for (Op op : Op.values()) {
            table.append(op).append(op.operandKinds()).append(op.feedback()).append('\n');
        }
        return table.toString().hashCode();
    }

    private byte[] file(FunctionInfo outermost) {
        functions.add(outermost);
        List<int[]> functionRecords = new ArrayList<>();
        for (int i = 0; i < functions.size(); i++) { // grows while it is walked
            function(functions.get(i));
            functionRecords.add(takeRecord());
        }
        List<int[]> scopeRecords = new ArrayList<>();
        for (ScopeInfo scope : scopes) {
            scope(scope);
            scopeRecords.add(takeRecord());
        }

        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int recordsAt = StoredCode.HEADER + strings.size() + scopes.size() + functions.size();
        int total = recordsAt;
        for (int[] record : scopeRecords) {
            total += record.length;
        }
        for (int[] record : functionRecords) {
            total += record.length;
        }
        add(StoredCode.VERSION);
        add(total);
        add(strings.size());
        add(scopes.size());
        add(functions.size());
        for (String string : strings.keySet()) {
            boolean wide = appendText(text, string);
            add(text.size() * 2 + (wide ? 1 : 0));
        }
        int at = recordsAt;
        for (List<int[]> records : List.of(scopeRecords, functionRecords)) {
            for (int[] record : records) {
                add(at);
                at += record.length;
            }
        }
        for (List<int[]> records : List.of(scopeRecords, functionRecords)) {
            for (int[] record : records) {
                addAll(record);
            }
        }
        ByteBuffer file = ByteBuffer.allocate(length * Integer.BYTES + text.size());
        file.asIntBuffer().put(words, 0, length);
        file.position(length * Integer.BYTES);
        file.put(text.toByteArray());
        return file.array();
    }

    /** Appends the characters, in one byte each if that is enough; tells whether it was not. */
    private static boolean appendText(ByteArrayOutputStream text, String string) {
        boolean wide = false;
        for (int i = 0; i < string.length(); i++) {
            wide |= string.charAt(i) > 0xff;
        }
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (wide) {
                text.write(c >> 8);
            }
            text.write(c);
        }
        return wide;
    }

    private int[] takeRecord() {
        int[] record = Arrays.copyOf(words, length);
        length = 0;
        return record;
    }

    private void add(int word) {
        if (length == words.length) {
            words = Arrays.copyOf(words, length * 2);
        }
        words[length++] = word;
    }

    private void addAll(int[] more) {
        for (int word : more) {
            add(word);
        }
    }

    private void addString(@Nullable String string) {
        add(
                string == null
                        ? StoredCode.NO_STRING
                        : strings.computeIfAbsent(string, key -> strings.size()));
    }

    private void addStrings(List<String> list) {
        add(list.size());
        for (String string : list) {
            addString(string);
        }
    }

    private void scope(ScopeInfo scope) {
        add(scope.kind().ordinal());
        add(
                (scope.variableScope() ? StoredCode.VARIABLE_SCOPE : 0)
                        | (scope.hasEvalVariables() ? StoredCode.EVAL_VARIABLES : 0));
        add(scope.length() - ScopeInfo.FIRST_SLOT);
        for (int slot = ScopeInfo.FIRST_SLOT; slot < scope.length(); slot++) {
            addString(scope.name(slot));
            add(scope.flags(slot));
        }
    }

    private void function(FunctionInfo function) {
        add(function.kind().ordinal());
        add(
                (function.strict() ? StoredCode.STRICT : 0)
                        | (function.async() ? StoredCode.ASYNC : 0)
                        | (function.generator() ? StoredCode.GENERATOR : 0)
                        | (function.usesSuper() ? StoredCode.USES_SUPER : 0));
        addString(function.name());
        add(function.length());
        add(function.start());
        add(function.end());
        unit(function.code());
    }

    private void unit(CodeUnit unit) {
        add(unit.registerCount());
        add(unit.parameterCount());
        add(unit.needsArguments() ? 1 : 0);
        array(unit.code());
        add(unit.constants().length);
        for (Object constant : unit.constants()) {
            constant(constant);
        }
        add(unit.functions().length);
        for (FunctionInfo inner : unit.functions()) {
            add(functions.size());
            functions.add(inner);
        }
        add(unit.counterCount());
        for (int slot = 0; slot < unit.counterCount(); slot++) {
            feedback(unit.counterKind(slot));
        }
        add(unit.cacheCount());
        for (int slot = 0; slot < unit.cacheCount(); slot++) {
            feedback(unit.cacheKind(slot));
        }
        add(unit.handlers().size());
        for (ExceptionHandler handler : unit.handlers()) {
            add(handler.start());
            add(handler.end());
            add(handler.handler());
            add(handler.register());
            add(handler.rethrows() ? 1 : 0);
        }
        array(unit.positions().pairs());
        add(unit.variables().size());
        for (RegisterVariable variable : unit.variables()) {
            add(variable.register());
            addString(variable.name());
            add(variable.start());
            add(variable.end());
        }
    }

    private void feedback(@Nullable FeedbackKind kind) {
        add(kind == null ? -1 : kind.ordinal());
    }

    private void array(int[] values) {
        add(values.length);
        addAll(values);
    }

    private void constant(@Nullable Object constant) {
        switch (constant) {
            case null -> add(StoredCode.NOTHING);
            case String string -> {
                add(StoredCode.STRING);
                addString(string);
            }
            case Integer number -> {
                add(StoredCode.INT);
                add(number);
            }
            case Double number -> {
                add(StoredCode.DOUBLE);
                addDouble(number);
            }
            case BigInteger number -> {
                add(StoredCode.BIG_INT);
                addString(number.toString());
            }
            case Boolean value -> add(value ? StoredCode.TRUE : StoredCode.FALSE);
            case Undefined value -> add(StoredCode.UNDEFINED);
            case Null value -> add(StoredCode.NULL);
            case ScopeInfo scope -> {
                add(StoredCode.SCOPE);
                add(scopeNumber(scope));
            }
            case ObjectBoilerplate boilerplate -> {
                add(StoredCode.BOILERPLATE);
                addStrings(boilerplate.keys());
            }
            case StringSwitch table -> {
                add(StoredCode.STRING_SWITCH);
                add(table.targets().size());
                new TreeMap<>(table.targets())
                        .forEach(
                                (string, target) -> {
                                    addString(string);
                                    add(target);
                                });
            }
            case TemplateLiteralSite site -> {
                add(StoredCode.TEMPLATE);
                addStrings(Arrays.asList(site.cooked()));
                addStrings(site.raw());
            }
            case int[] values -> {
                add(StoredCode.INT_ARRAY);
                array(values);
            }
            case double[] values -> {
                add(StoredCode.DOUBLE_ARRAY);
                add(values.length);
                for (double value : values) {
                    addDouble(value);
                }
            }
            case Object[] values -> {
                add(StoredCode.ARRAY);
                add(values.length);
                for (Object value : values) {
                    constant(value);
                }
            }
            default ->
                    throw new IllegalArgumentException(
                            "A constant of " + constant.getClass() + " cannot be stored.");
        }
    }

    private void addDouble(double number) {
        long bits = Double.doubleToRawLongBits(number);
        add((int) (bits >>> 32));
        add((int) bits);
    }

    private int scopeNumber(ScopeInfo scope) {
        Integer known = scopeNumbers.get(scope);
        if (known != null) {
            return known;
        }
        scopes.add(scope);
        scopeNumbers.put(scope, scopes.size() - 1);
        return scopes.size() - 1;
    }
}
