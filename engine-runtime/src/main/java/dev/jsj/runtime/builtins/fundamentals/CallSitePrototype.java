package dev.jsj.runtime.builtins.fundamentals;

import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.CallSite;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.StackFrame;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** NON-STANDARD: the methods of V8's CallSite objects, as V8's stack trace API documents them. */
final class CallSitePrototype extends BuiltinTable {
    private static final String[] NAMES = {
        "getColumnNumber",
        "getEnclosingColumnNumber",
        "getEnclosingLineNumber",
        "getEvalOrigin",
        "getFileName",
        "getFunction",
        "getFunctionName",
        "getLineNumber",
        "getMethodName",
        "getPosition",
        "getPromiseIndex",
        "getScriptNameOrSourceURL",
        "getScriptHash",
        "getThis",
        "getTypeName",
        "isAsync",
        "isConstructor",
        "isEval",
        "isNative",
        "isPromiseAll",
        "isToplevel",
        "toString"
    };

    private static final CallSitePrototype TABLE = new CallSitePrototype();

    private CallSitePrototype() {
        for (int i = 0; i < NAMES.length; i++) {
            method(i, NAMES[i], 0);
        }
    }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.newObject();
        realm.setIntrinsic(Intrinsic.CALL_SITE_PROTOTYPE, prototype);
        TABLE.install(prototype, realm);
        return prototype;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        if (!(self instanceof CallSite site)) {
            throw Errors.typeError(
                    "CallSite method "
                            + NAMES[id]
                            + " expects CallSite as receiver, got "
                            + ErrorText.of(self));
        }
        StackFrame frame = site.frame();
        return switch (NAMES[id]) {
            case "getColumnNumber", "getEnclosingColumnNumber" ->
                    frame.isNative() ? Null.NULL : frame.position().column();
            case "getLineNumber", "getEnclosingLineNumber" ->
                    frame.isNative() ? Null.NULL : frame.position().line();
            case "getFileName", "getScriptNameOrSourceURL" ->
                    frame.isNative() ? Undefined.UNDEFINED : frame.scriptName();
            case "getFunction" -> sloppyFunction(frame);
            case "getFunctionName" ->
                    frame.functionName().isEmpty() ? Null.NULL : frame.functionName();
            case "getMethodName" -> orNull(frame.methodName());
            case "getTypeName" -> orNull(frame.typeName());
            case "getThis" -> Undefined.UNDEFINED;
            case "getPosition" -> 0;
            case "getScriptHash" -> "";
            case "getPromiseIndex" -> Null.NULL;
            case "getEvalOrigin" -> Undefined.UNDEFINED;
            case "isAsync" -> frame.isAsync();
            case "isConstructor" -> frame.isConstructor();
            case "isNative", "isEval", "isPromiseAll" -> false;
            case "isToplevel" -> frame.isTopLevel();
            case "toString" -> frame.toString();
            default -> throw new AssertionError("No row " + id);
        };
    }

    private static Object orNull(@Nullable String text) {
        return text == null ? Null.NULL : text;
    }

    /** Strict functions are not given away. */
    private static Object sloppyFunction(StackFrame frame) {
        return frame.function() instanceof ScriptFunction function && !function.code().isStrict()
                ? function
                : Undefined.UNDEFINED;
    }
}
