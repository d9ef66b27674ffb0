package dev.jsj.node.bindings;

import dev.jsj.parser.JsSyntaxError;
import dev.jsj.parser.Source;
import dev.jsj.parser.estree.AstJson;
import dev.jsj.parser.estree.Tokens;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;

import org.jspecify.annotations.Nullable;

/** {@code syntax}: tokens and syntax trees of the parser. */
final class SyntaxBinding extends BindingTable {
    private static final int TOKENIZE = 0;
    private static final int PARSE = 1;

    static final SyntaxBinding TABLE = new SyntaxBinding();

    private SyntaxBinding() {
        method(TOKENIZE, "tokenize", 2);
        method(PARSE, "parse", 2);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        Source source = new Source("source", Arguments.string(arguments, 0));
        boolean module = Arguments.truth(arguments, 1);
        try {
            return id == TOKENIZE ? tokens(realm, source, module) : AstJson.json(source, module);
        } catch (JsSyntaxError error) {
            throw Errors.syntaxError(
                    error.getMessage() + " (" + error.line() + ":" + error.column() + ")");
        }
    }

    private static Object tokens(Realm realm, Source source, boolean module) {
        return Arguments.array(
                realm,
                Tokens.tokenize(source, module).stream()
                        .map(
                                token ->
                                        Arguments.object(
                                                realm,
                                                "type",
                                                token.type(),
                                                "value",
                                                token.value(),
                                                "start",
                                                token.start(),
                                                "end",
                                                token.end(),
                                                "line",
                                                token.line(),
                                                "column",
                                                token.column()))
                        .toList());
    }
}
