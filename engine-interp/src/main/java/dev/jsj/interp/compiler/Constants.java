package dev.jsj.interp.compiler;

import dev.jsj.parser.ast.BigIntLiteral;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.NumberLiteral;
import dev.jsj.parser.ast.StringLiteral;
import dev.jsj.parser.ast.UnaryExpression;
import dev.jsj.parser.ast.UnaryOperator;
import dev.jsj.runtime.operations.NumberConversion;

import org.jspecify.annotations.Nullable;

/** Constants that expressions stand for. */
final class Constants {

    private Constants() {}

    /** The value as JS numbers are kept: an Integer if it is an int32 other than -0. */
    static Object number(double value) {
        int i = (int) value;
        return i == value && (i != 0 || 1 / value > 0) ? (Object) i : (Object) value;
    }

    /** The number a literal, perhaps with a minus before it, stands for, or null. */
    static @Nullable Object numberOf(@Nullable Expression e) {
        if (e instanceof NumberLiteral literal) {
            return number(literal.value());
        }
        if (e instanceof UnaryExpression unary
                && unary.operator() == UnaryOperator.NEGATE
                && unary.argument() instanceof NumberLiteral literal) {
            return number(-literal.value());
        }
        return null;
    }

    /** The int32 that a literal stands for, or null. */
    static @Nullable Integer intOf(@Nullable Expression e) {
        return numberOf(e) instanceof Integer i ? i : null;
    }

    /**
     * The property key of a key that is not computed: an Integer for an array index up to 2^31 - 1,
     * else an interned string.
     */
    static Object propertyKey(Expression key) {
        return switch (key) {
            case Identifier id -> id.name();
            case StringLiteral string -> stringKey(string.value());
            case NumberLiteral number -> numberKey(number.value());
            case BigIntLiteral big -> stringKey(big.value().toString());
            default -> throw new AssertionError("A key that is not computed is a name or literal.");
        };
    }

    private static Object numberKey(double value) {
        Object number = number(value);
        return number instanceof Integer i && i >= 0
                ? i
                : stringKey(NumberConversion.toString(value));
    }

    /**
     * The property key that a string is: an Integer if it is a canonical array index up to 2^31 -
     * 1.
     */
    static Object stringKey(String text) {
        int length = text.length();
        if (length == 0 || length > 10 || (length > 1 && text.charAt(0) == '0')) {
            return text.intern();
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return text.intern();
            }
            value = value * 10 + digit;
        }
        return value <= Integer.MAX_VALUE ? (Object) (int) value : (Object) text.intern();
    }
}
