package dev.jsj.parser;

/**
 * The texts of early errors, which are V8's. Those of tokens are made in {@link ParserBase} and the
 * lexer.
 */
final class Messages {
    static final String ARGUMENTS_IN_INITIALIZER =
            "'arguments' is not allowed in class field initializer or static initialization block";
    static final String ASYNC_FUNCTION_IN_STATEMENT =
            "Async functions can only be declared at the top level or inside a block.";
    static final String AWAIT_IN_PARAMETERS =
            "Illegal await-expression in formal parameters of async function";
    static final String AWAIT_OUTSIDE_ASYNC =
            "await is only valid in async functions and the top level bodies of modules";
    static final String CLASS_FIELD_CONSTRUCTOR =
            "Classes may not have a field named 'constructor'";
    static final String CONSTRUCTOR_ACCESSOR = "Class constructor may not be an accessor";
    static final String CONSTRUCTOR_ASYNC = "Class constructor may not be an async method";
    static final String CONSTRUCTOR_DUPLICATE = "A class may only have one constructor";
    static final String CONSTRUCTOR_GENERATOR = "Class constructor may not be a generator";
    static final String CONSTRUCTOR_PRIVATE = "Class constructor may not be a private method";
    static final String DELETE_IDENTIFIER = "Delete of an unqualified identifier in strict mode.";
    static final String DELETE_PRIVATE = "Private fields can not be deleted";
    static final String DUPLICATE_PARAMETER =
            "Duplicate parameter name not allowed in this context";
    static final String DUPLICATE_PROTO =
            "Duplicate __proto__ fields are not allowed in object literals";
    static final String EVAL_OR_ARGUMENTS = "Unexpected eval or arguments in strict mode";
    static final String FOR_OF_ASYNC = "The left-hand side of a for-of loop may not be 'async'.";
    static final String FOR_OF_LET = "The left-hand side of a for-of loop may not be 'let'.";
    static final String FUNCTION_IN_SLOPPY_STATEMENT =
            "In non-strict mode code, functions can only be declared at top level, inside a block,"
                    + " or as the body of an if statement.";
    static final String FUNCTION_IN_STRICT_STATEMENT =
            "In strict mode code, functions can only be declared at top level or inside a block.";
    static final String FUNCTION_NAME_MISSING = "Function statements require a function name";
    static final String GENERATOR_IN_STATEMENT =
            "Generators can only be declared at the top level or inside a block.";
    static final String GETTER_PARAMETERS = "Getter must not have any formal parameters.";
    static final String ILLEGAL_BREAK = "Illegal break statement";
    static final String ILLEGAL_CONTINUE =
            "Illegal continue statement: no surrounding iteration statement";
    static final String ILLEGAL_RETURN = "Illegal return statement";
    static final String IMPORT_META_OUTSIDE_MODULE = "Cannot use 'import.meta' outside a module";
    static final String IMPORT_MISSING_SPECIFIER = "import() requires a specifier";
    static final String IMPORT_OUTSIDE_MODULE = "Cannot use import statement outside a module";
    static final String INVALID_DESTRUCTURING_TARGET = "Invalid destructuring assignment target";
    static final String INVALID_MODULE_EXPORT_NAME =
            "Invalid module export name: contains unpaired surrogate";
    static final String INVALID_SHORTHAND_INITIALIZER = "Invalid shorthand property initializer";
    static final String INVALID_TOKEN = "Invalid or unexpected token";
    static final String KEYWORD_ESCAPED = "Keyword must not contain escaped characters";
    static final String LABELLED_FUNCTION_IN_STATEMENT = FUNCTION_IN_SLOPPY_STATEMENT;
    static final String LET_BOUND = "let is disallowed as a lexically bound name";
    static final String LEXICAL_IN_STATEMENT =
            "Lexical declaration cannot appear in a single-statement context";
    static final String LHS_ASSIGNMENT = "Invalid left-hand side in assignment";
    static final String LHS_FOR = "Invalid left-hand side in for-loop";
    static final String LHS_POSTFIX = "Invalid left-hand side expression in postfix operation";
    static final String LHS_PREFIX = "Invalid left-hand side expression in prefix operation";
    static final String MALFORMED_ARROW = "Malformed arrow function parameter list";
    static final String MISSING_CATCH = "Missing catch or finally after try";
    static final String MISSING_PARENTHESIS = "missing ) after argument list";
    static final String MISSING_TEMPLATE_BRACE = "Missing } in template expression";
    static final String MULTIPLE_DEFAULTS = "More than one default clause in switch statement";
    static final String NEWLINE_AFTER_THROW = "Illegal newline after throw";
    static final String NEW_IMPORT = "Cannot use new with import";
    static final String NEW_TARGET = "new.target expression is not allowed here";
    static final String OPTIONAL_CHAIN_NEW = "Invalid optional chain from new expression";
    static final String OPTIONAL_CHAIN_SUPER = "Invalid optional chain from super property";
    static final String OPTIONAL_CHAIN_TEMPLATE = "Invalid tagged template on optional chain";
    static final String PARAMETER_AFTER_REST = "Rest parameter must be last formal parameter";
    static final String PRIVATE_UNEXPECTED = "Unexpected private field";
    static final String REST_ASSIGNMENT_TARGET =
            "`...` must be followed by an assignable reference in assignment contexts";
    static final String REST_BINDING_TARGET =
            "`...` must be followed by an identifier in declaration contexts";
    static final String REST_NOT_LAST = "Rest element must be last element";
    static final String REST_PARAMETER_DEFAULT =
            "Rest parameter may not have a default initializer";
    static final String SETTER_PARAMETERS = "Setter must have exactly one formal parameter.";
    static final String SETTER_REST = "Setter function argument must not be a rest parameter";
    static final String STATIC_PROTOTYPE =
            "Classes may not have a static property named 'prototype'";
    static final String STRICT_WITH = "Strict mode code may not include a with statement";
    static final String STRING_EXPORT_WITHOUT_FROM =
            "String literal module export names must be followed by a 'from' clause";
    static final String SUPER_UNEXPECTED = "'super' keyword unexpected here";
    static final String UNARY_BEFORE_EXPONENT =
            "Unary operator used immediately before exponentiation expression. Parenthesis must be"
                    + " used to disambiguate operator precedence";
    static final String USE_STRICT_PARAMETERS =
            "Illegal 'use strict' directive in function with non-simple parameter list";
    static final String YIELD_IN_PARAMETERS = "Yield expression not allowed in formal parameter";

    private Messages() {}

    static String redeclared(String name) {
        return "Identifier '" + name + "' has already been declared";
    }

    static String missingInitializer(String what) {
        return "Missing initializer in " + what + " declaration";
    }

    static String loopInitializer(String loop) {
        return loop + " loop variable declaration may not have an initializer.";
    }

    static String loopBindings(String loop) {
        return "Invalid left-hand side in " + loop + " loop: Must have a single binding.";
    }

    static String duplicateLabel(String name) {
        return "Label '" + name + "' has already been declared";
    }

    static String undefinedLabel(String name) {
        return "Undefined label '" + name + "'";
    }

    static String notALoop(String name) {
        return "Illegal continue statement: '" + name + "' does not denote an iteration statement";
    }

    static String duplicateExport(String name) {
        return "Duplicate export of '" + name + "'";
    }

    static String undefinedExport(String name) {
        return "Export '" + name + "' is not defined in module";
    }

    static String duplicateAttribute(String key) {
        return "Import assertion has duplicate key '" + key + "'";
    }

    static String undeclaredPrivate(String name) {
        return "Private field '" + name + "' must be declared in an enclosing class";
    }
}
