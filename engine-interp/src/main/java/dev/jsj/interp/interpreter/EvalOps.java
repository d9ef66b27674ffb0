package dev.jsj.interp.interpreter;

import dev.jsj.interp.bytecode.EvalSite;
import dev.jsj.interp.bytecode.FunctionInfo;
import dev.jsj.interp.compiler.Compiler;
import dev.jsj.parser.JsSyntaxError;
import dev.jsj.parser.Source;
import dev.jsj.runtime.function.ScriptFunction;
import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Undefined;

/** 19.2.1.1 PerformEval ( x, strictCaller, direct ). */
final class EvalOps {
    private EvalOps() {}

    /** CALL_EVAL dst, callee, args, count, evalSite, fb. */
    static void callEval(Frame frame, int pc) {
        int[] code = frame.code.instructions;
        Object[] r = frame.registers;
        Object callee = r[code[pc + 2]];
        int first = code[pc + 3];
        int count = code[pc + 4];
        Object result;
        if (callee == frame.realm().intrinsic(Intrinsic.EVAL)) {
            Object source = count == 0 ? Undefined.UNDEFINED : r[first];
            result = directEval(frame, source, (EvalSite) frame.code.constants[code[pc + 5]]);
        } else {
            result =
                    Calls.callRange(
                            frame, pc, code[pc + 6], callee, Undefined.UNDEFINED, first, count);
        }
        r[code[pc + 1]] = result;
    }

    /** CALL_EVAL_SPREAD dst, callee, array, evalSite, fb. */
    static void callEvalSpread(Frame frame, int pc) {
        int[] code = frame.code.instructions;
        Object[] r = frame.registers;
        Object callee = r[code[pc + 2]];
        Object[] arguments = ((JSArray) r[code[pc + 3]]).toDenseArray();
        Object result;
        if (callee == frame.realm().intrinsic(Intrinsic.EVAL)) {
            Object source = arguments.length == 0 ? Undefined.UNDEFINED : arguments[0];
            result = directEval(frame, source, (EvalSite) frame.code.constants[code[pc + 4]]);
        } else {
            result = Calls.call(frame, callee, Undefined.UNDEFINED, arguments);
        }
        r[code[pc + 1]] = result;
    }

    private static Object directEval(Frame frame, Object x, EvalSite site) {
        if (!(x instanceof CharSequence text)) {
            return x; // 2
        }
        Realm realm = frame.realm();
        realm.agent().hostHooks().ensureCanCompileStrings(realm); // 5
        FunctionInfo info = compileDirect(text.toString(), frame.referrer(), site);
        ScriptCode code = ScriptCode.of(frame.code.state, info);
        code.prepare();
        ScriptFunction function = new ScriptFunction(realm, code, frame.scope);
        Frame eval = Calls.newFrame(code, function, frame.self, NO_ARGUMENTS);
        eval.newTarget = frame.newTarget;
        eval.arguments = frame.arguments;
        return Calls.run(eval);
    }

    private static final Object[] NO_ARGUMENTS = {};

    private static FunctionInfo compileDirect(String text, Object referrer, EvalSite site) {
        try {
            return Compiler.directEval(new Source("<anonymous>", text, referrer), site);
        } catch (JsSyntaxError error) {
            throw Errors.syntaxError(error.getMessage());
        }
    }
}
