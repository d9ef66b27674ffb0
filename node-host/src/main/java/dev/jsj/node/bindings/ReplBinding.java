package dev.jsj.node.bindings;

import dev.jsj.node.repl.LineEditor;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** {@code repl}: lines from the terminal. */
final class ReplBinding extends BindingTable {
    private static final int OPEN = 0;
    private static final int READ_LINE = 1;
    private static final int CLOSE = 2;

    static final ReplBinding TABLE = new ReplBinding();

    private ReplBinding() {
        method(OPEN, "open", 2);
        method(READ_LINE, "readLine", 3);
        method(CLOSE, "close", 1);
    }

    /** A line editor as a value that JavaScript can hold on to. */
    private static final class EditorObject extends JSObject {
        final LineEditor editor;

        EditorObject(Realm realm, LineEditor editor) {
            super(realm.agent().root(null));
            this.editor = editor;
        }
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        NodeRuntime runtime = NodeRuntime.of(realm);
        return switch (id) {
            case OPEN -> open(runtime, realm, arguments);
            case READ_LINE -> readLine(runtime, arguments);
            default -> close(arguments);
        };
    }

    /**
     * (history file or undefined, complete(text): what LineEditor asks for): an editor, or
     * undefined where the terminal cannot be used for one.
     */
    private static Object open(NodeRuntime runtime, Realm realm, Object[] arguments) {
        Path history =
                Arguments.isMissing(arguments, 0) ? null : Path.of(Arguments.string(arguments, 0));
        JSObject complete = (JSObject) arguments[1];
        try {
            LineEditor editor =
                    new LineEditor(history, text -> completions(runtime, complete, text));
            return new EditorObject(realm, editor);
        } catch (IOException unusable) {
            return Undefined.UNDEFINED;
        }
    }

    private static Object close(Object[] arguments) {
        try {
            Arguments.handle(arguments, 0, EditorObject.class).editor.close();
        } catch (IOException gone) {
            return false; // the terminal is not there any more
        }
        return true;
    }

    /** Asks JavaScript on its thread, which waits for events while a line is read. */
    private static List<String> completions(NodeRuntime runtime, JSObject complete, String text) {
        CompletableFuture<List<String>> answer = new CompletableFuture<>();
        runtime.loop()
                .post(
                        () -> {
                            try {
                                answer.complete(
                                        Arguments.strings(
                                                complete.call1(Undefined.UNDEFINED, text)));
                            } finally {
                                answer.complete(List.of()); // what failed completes nothing
                            }
                        });
        return answer.join();
    }

    /** (editor, prompt, done('line' | 'interrupt' | 'end', text)). */
    private static Object readLine(NodeRuntime runtime, Object[] arguments) {
        LineEditor editor = Arguments.handle(arguments, 0, EditorObject.class).editor;
        String prompt = Arguments.string(arguments, 1);
        JSObject done = (JSObject) arguments[2];
        runtime.loop().retain();
        Thread.ofPlatform()
                .daemon()
                .name("line-editor")
                .start(
                        () -> {
                            LineEditor.Line line;
                            try {
                                line = editor.read(prompt);
                            } catch (UncheckedIOException unwritable) {
                                line = new LineEditor.Line(LineEditor.Ending.END, "");
                            }
                            String ending = line.ending().name().toLowerCase(Locale.ROOT);
                            String text = line.text();
                            runtime.loop()
                                    .post(
                                            () -> {
                                                runtime.loop().release();
                                                done.call2(Undefined.UNDEFINED, ending, text);
                                            });
                        });
        return Undefined.UNDEFINED;
    }
}
