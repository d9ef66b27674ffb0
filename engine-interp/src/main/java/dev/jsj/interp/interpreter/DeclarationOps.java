package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.Declarations;
import dev.jsj.interp.bytecode.ScopeInfo;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.PropertyDescriptor;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.GlobalBinding;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.JSThrow;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The declarations of scripts and sloppy evals, made in scopes that exist already. */
final class DeclarationOps {
    private DeclarationOps() {}

    private static Declarations declarations(Frame frame, int pc) {
        return (Declarations) frame.code.constants[frame.code.instructions[pc + 1]];
    }

    /** DECLARE_GLOBALS declarations: 16.1.7 GlobalDeclarationInstantiation ( script, env ). */
    static void declareGlobals(Frame frame, int pc) {
        declareGlobals(frame, declarations(frame, pc));
    }

    private static void declareGlobals(Frame frame, Declarations declarations) {
        Realm realm = frame.realm();
        JSObject global = realm.globalObject();
        for (Declarations.Lexical lexical : declarations.lexical()) { // 3
            if (realm.declarativeRecord().containsKey(lexical.name())
                    || hasRestrictedGlobalProperty(global, lexical.name())) {
                throw alreadyDeclared(lexical.name());
            }
        }
        for (Declarations.Function function : declarations.functions()) { // 4
            checkNoLexical(realm, function.name());
        }
        for (String name : declarations.variables()) {
            checkNoLexical(realm, name);
        }
        for (Declarations.Function function : declarations.functions()) { // 8
            if (!canDeclareGlobalFunction(global, function.name())) {
                throw notDeclarable(function.name());
            }
        }
        for (String name : declarations.variables()) { // 10
            if (!global.hasOwn(name) && !global.isExtensible()) {
                throw notDeclarable(name);
            }
        }
        for (String name : declarations.annexBFunctions()) { // B.3.2.2
            if (!realm.declarativeRecord().containsKey(name)
                    && (global.hasOwn(name) || global.isExtensible())) {
                createGlobalVariable(global, name, declarations.configurable());
            }
        }
        for (Declarations.Lexical lexical : declarations.lexical()) { // 15
            GlobalBinding binding = new GlobalBinding(lexical.name(), !lexical.constant());
            realm.declarativeRecord().put(lexical.name(), binding);
        }
        if (!declarations.lexical().isEmpty()) {
            global.renewShape(); // a new binding may hide a property that caches know
        }
        for (Declarations.Function function : declarations.functions()) { // 16
            JSObject closure = closure(frame, function);
            createGlobalFunction(global, function.name(), closure, declarations.configurable());
        }
        for (String name : declarations.variables()) { // 17
            createGlobalVariable(global, name, declarations.configurable());
        }
    }

    private static void checkNoLexical(Realm realm, String name) {
        if (realm.declarativeRecord().containsKey(name)) {
            throw alreadyDeclared(name);
        }
    }

    private static JSThrow alreadyDeclared(String name) {
        return Errors.syntaxError("Identifier '" + name + "' has already been declared");
    }

    private static JSThrow notDeclarable(String name) {
        return Errors.typeError("Cannot declare global variable '" + name + "'");
    }

    private static ScriptFunction closure(Frame frame, Declarations.Function function) {
        ScriptCode code =
                ScriptCode.of(frame.code.state, frame.code.unit().functions()[function.function()]);
        return new ScriptFunction(frame.realm(), code, frame.scope);
    }

    /** 9.1.1.4.14 HasRestrictedGlobalProperty ( N ). */
    private static boolean hasRestrictedGlobalProperty(JSObject global, String name) {
        PropertyDescriptor existing = global.getOwnProperty(name);
        return existing != null && !existing.configurable();
    }

    /** 9.1.1.4.16 CanDeclareGlobalFunction ( N ). */
    private static boolean canDeclareGlobalFunction(JSObject global, String name) {
        PropertyDescriptor existing = global.getOwnProperty(name);
        if (existing == null) {
            return global.isExtensible();
        }
        return existing.configurable()
                || !existing.isAccessor() && existing.writable() && existing.enumerable();
    }

    /** 9.1.1.4.17 CreateGlobalVarBinding ( N, D ). */
    private static void createGlobalVariable(JSObject global, String name, boolean deletable) {
        if (!global.hasOwn(name) && global.isExtensible()) {
            int flags = Property.WRITABLE | Property.ENUMERABLE;
            global.defineOwnProperty(
                    name,
                    PropertyDescriptor.data(
                            Undefined.UNDEFINED, deletable ? Property.DEFAULT : flags));
        }
    }

    /** 9.1.1.4.18 CreateGlobalFunctionBinding ( N, V, D ). */
    private static void createGlobalFunction(
            JSObject global, String name, JSObject value, boolean deletable) {
        PropertyDescriptor existing = global.getOwnProperty(name);
        PropertyDescriptor descriptor;
        if (existing == null || existing.configurable()) {
            int flags = Property.WRITABLE | Property.ENUMERABLE;
            descriptor = PropertyDescriptor.data(value, deletable ? Property.DEFAULT : flags);
        } else {
            descriptor = new PropertyDescriptor().setValue(value);
        }
        ObjectOperations.definePropertyOrThrow(global, name, descriptor);
        ObjectOperations.set(global, name, value);
    }

    // ---- 19.2.1.3 EvalDeclarationInstantiation of a sloppy direct eval

    /** DECLARE_EVAL_VARIABLES declarations. */
    static void declareEvalVariables(Frame frame, int pc) {
        Declarations declarations = declarations(frame, pc);
        Object[] target = variableScope(frame.scope);
        for (Declarations.Function function : declarations.functions()) { // 3
            checkPath(frame.scope, target, function.name());
        }
        for (String name : declarations.variables()) {
            checkPath(frame.scope, target, name);
        }
        List<String> annexB = new ArrayList<>();
        for (String name : declarations.annexBFunctions()) { // B.3.2.3
            if (!clashes(frame.scope, target, name)) {
                annexB.add(name);
            }
        }
        if (target == null) {
            declareGlobals(
                    frame,
                    new Declarations(
                            List.of(),
                            declarations.functions(),
                            declarations.variables(),
                            annexB,
                            true));
            return;
        }
        for (Declarations.Function function : declarations.functions()) { // 17
            setVariable(target, frame.realm(), function.name(), closure(frame, function));
        }
        for (String name : declarations.variables()) { // 18
            declareVariable(target, frame.realm(), name);
        }
        for (String name : annexB) {
            declareVariable(target, frame.realm(), name);
        }
    }

    /** The nearest scope that takes vars; null for the global one. */
    private static Object @Nullable [] variableScope(Object @Nullable [] from) {
        Object[] scope = from;
        while (scope != null && !((ScopeInfo) scope[1]).variableScope()) {
            scope = (Object[]) scope[0];
        }
        return scope;
    }

    private static void checkPath(Object[] from, Object @Nullable [] target, String name) {
        if (clashes(from, target, name)) {
            throw alreadyDeclared(name);
        }
    }

    /** Whether a var would be hoisted past a lexical declaration of the same name. */
    private static boolean clashes(Object[] from, Object @Nullable [] target, String name) {
        Object[] scope = from;
        while (scope != null) {
            ScopeInfo info = (ScopeInfo) scope[1];
            int slot = info.kind() == ScopeInfo.Kind.WITH ? -1 : info.slotOf(name);
            if (slot >= 0) {
                int flags = info.flags(slot);
                if ((flags & ScopeInfo.LEXICAL) != 0 && (flags & ScopeInfo.CATCH_PARAMETER) == 0) {
                    return true;
                }
            }
            if (scope == target) {
                return false;
            }
            scope = (Object[]) scope[0];
        }
        return false;
    }

    private static JSObject evalVariables(Object[] scope, Realm realm) {
        Object variables = scope[NameReference.EVAL_VARIABLES_SLOT];
        if (variables == null) {
            variables = realm.newObject(null);
            scope[NameReference.EVAL_VARIABLES_SLOT] = variables;
        }
        return (JSObject) variables;
    }

    private static void declareVariable(Object[] scope, Realm realm, String name) {
        if (((ScopeInfo) scope[1]).slotOf(name) >= 0) {
            return;
        }
        JSObject variables = evalVariables(scope, realm);
        if (!variables.hasOwn(name)) {
            variables.defineOwn(name, Undefined.UNDEFINED, Property.DEFAULT);
        }
    }

    private static void setVariable(Object[] scope, Realm realm, String name, Object value) {
        int slot = ((ScopeInfo) scope[1]).slotOf(name);
        if (slot >= 0) {
            scope[slot] = value;
        } else {
            evalVariables(scope, realm).defineOwn(name, value, Property.DEFAULT);
        }
    }

    /** SET_VARIABLE name, src. */
    static void setVariable(Frame frame, int pc) {
        String name = GlobalOps.name(frame, pc + 1);
        Object value = frame.registers[frame.code.instructions[pc + 2]];
        Object[] scope = variableScope(frame.scope);
        if (scope == null) {
            GlobalOps.setProperty(frame.realm().globalObject(), name, value, false);
        } else {
            setVariable(scope, frame.realm(), name, value);
        }
    }
}
