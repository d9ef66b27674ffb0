package dev.jsj.interp.bytecode;

import dev.jsj.parser.Source;

/**
 * A function literal (or script, module, eval): what is known of it before it is compiled, and its
 * code once it is. All closures of the literal share it.
 */
public final class FunctionInfo {

    /** How the function was written, which decides what it can do. */
    public enum Kind {
        /**
         * A function declaration or expression: a constructor unless async or a generator; has its
         * own this.
         */
        NORMAL,
        /** No own this, arguments, super and new.target. */
        ARROW,
        /** A method of an object literal or class; not a constructor. */
        METHOD,
        GETTER,
        SETTER,
        /** The constructor of a class without heritage. */
        BASE_CONSTRUCTOR,
        /**
         * The constructor of a class with heritage: this is uninitialised until super() returns.
         */
        DERIVED_CONSTRUCTOR,
        /**
         * Defines the fields of an instance, or the static ones and static blocks of a class;
         * called with it as this.
         */
        INITIALIZER,
        SCRIPT,
        MODULE,
        EVAL
    }

    /** Turns the literal into code when it is first called. May throw what the compiler throws. */
    @FunctionalInterface
    public interface Compilation {
        CodeUnit compile(FunctionInfo function);
    }

    private final Kind kind;
    private final String name;
    private final int length;
    private final boolean strict;
    private final boolean async;
    private final boolean generator;
    private final boolean usesSuper;
    private final Source source;
    private final int start;
    private final int end;
    private Compilation compilation;
    private CodeUnit code;
    private Object attachment;

    /**
     * @param name the "name" property, as inferred from the syntax; "" if anonymous
     * @param length the "length" property: parameters before the first with a default, or rest
     * @param usesSuper whether it (or an arrow or eval in it) needs a home object
     * @param start where Function.prototype.toString begins in the source (a class's text for
     *     constructors)
     */
    public FunctionInfo(
            Kind kind,
            String name,
            int length,
            boolean strict,
            boolean async,
            boolean generator,
            boolean usesSuper,
            Source source,
            int start,
            int end,
            Compilation compilation) {
        this.kind = kind;
        this.name = name;
        this.length = length;
        this.strict = strict;
        this.async = async;
        this.generator = generator;
        this.usesSuper = usesSuper;
        this.source = source;
        this.start = start;
        this.end = end;
        this.compilation = compilation;
    }

    public Kind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public int length() {
        return length;
    }

    public boolean strict() {
        return strict;
    }

    public boolean async() {
        return async;
    }

    public boolean generator() {
        return generator;
    }

    public boolean usesSuper() {
        return usesSuper;
    }

    public Source source() {
        return source;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /** Whether closures have a [[Construct]] method. */
    public boolean isConstructor() {
        return switch (kind) {
            case NORMAL -> !async && !generator;
            case BASE_CONSTRUCTOR, DERIVED_CONSTRUCTOR -> true;
            default -> false;
        };
    }

    public boolean isClassConstructor() {
        return kind == Kind.BASE_CONSTRUCTOR || kind == Kind.DERIVED_CONSTRUCTOR;
    }

    /** The source text for Function.prototype.toString. */
    public String sourceText() {
        return source.text().substring(start, end);
    }

    /** The bytecode, compiled now if it was not yet. */
    public CodeUnit code() {
        if (code == null) {
            code = compilation.compile(this);
            compilation = null;
        }
        return code;
    }

    public boolean isCompiled() {
        return code != null;
    }

    /** What the interpreter keeps with the literal (its callable code with the feedback vector). */
    public Object attachment() {
        return attachment;
    }

    public void setAttachment(Object attachment) {
        this.attachment = attachment;
    }
}
