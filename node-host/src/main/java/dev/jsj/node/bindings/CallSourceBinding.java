package dev.jsj.node.bindings;

import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/** {@code call_source}: the text of a call in a program's source, for {@code assert}. */
final class CallSourceBinding extends BindingTable {
    private static final int CALL_AT = 0;

    static final CallSourceBinding TABLE = new CallSourceBinding();

    private CallSourceBinding() {
        method(CALL_AT, "callAt", 3);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        NodeRuntime runtime = NodeRuntime.of(realm);
        String file = Arguments.string(arguments, 0);
        int line = Arguments.integer(arguments, 1);
        String text = runtime.compiler().sourceLine(file, line);
        int column = Arguments.integer(arguments, 2) - 1;
        if (text == null || column < 0 || column >= text.length()) {
            return Undefined.UNDEFINED;
        }
        StringBuilder call = new StringBuilder();
        for (int at = line; text != null; text = runtime.compiler().sourceLine(file, ++at)) {
            String part = at == line ? startOfCallee(text, column) : text;
            call.append(at == line ? "" : "\n").append(part);
            int end = endOfCall(call);
            if (end >= 0) {
                return call.substring(0, end);
            }
        }
        return Undefined.UNDEFINED;
    }

    /** A position inside {@code assert.ok} means the whole of it. */
    private static String startOfCallee(String text, int column) {
        int start = column;
        while (start > 0
                && (Character.isJavaIdentifierPart(text.charAt(start - 1))
                        || text.charAt(start - 1) == '.')) {
            start--;
        }
        return text.substring(start);
    }

    /** Where the call's closing parenthesis is; -1 while it is not there. */
    private static int endOfCall(CharSequence call) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < call.length(); i++) {
            char c = call.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'' || c == '`') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
