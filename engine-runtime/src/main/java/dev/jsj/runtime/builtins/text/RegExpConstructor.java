package dev.jsj.runtime.builtins.text;

import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.function.BuiltinTable;
import dev.jsj.runtime.object.Accessor;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.operations.Comparison;
import dev.jsj.runtime.operations.Constructors;
import dev.jsj.runtime.operations.ErrorText;
import dev.jsj.runtime.operations.TypeConversion;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Symbol;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

/**
 * 22.2.4 and 22.2.5 the RegExp constructor, with the properties of proposal-regexp-legacy-features.
 */
final class RegExpConstructor extends BuiltinTable {
    private static final RegExpConstructor TABLE = new RegExpConstructor();

    private static final int REGEXP = 0;
    private static final int ESCAPE = 1;
    private static final int SPECIES = 2;
    private static final int GET_INPUT = 3;
    private static final int SET_INPUT = 4;
    private static final int LAST_MATCH = 5;
    private static final int LAST_PAREN = 6;
    private static final int LEFT_CONTEXT = 7;
    private static final int RIGHT_CONTEXT = 8;

    /** The getters of {@code $1} to {@code $9} follow. */
    private static final int PARENTHESIS = 9;

    private RegExpConstructor() {
        method(ESCAPE, "escape", 1);
        getter(SPECIES, Symbol.SPECIES);
        accessor(GET_INPUT, SET_INPUT, "input");
        accessor(GET_INPUT, SET_INPUT, "$_");
        getter(LAST_MATCH, "lastMatch");
        getter(LAST_MATCH, "$&");
        getter(LAST_PAREN, "lastParen");
        getter(LAST_PAREN, "$+");
        getter(LEFT_CONTEXT, "leftContext");
        getter(LEFT_CONTEXT, "$`");
        getter(RIGHT_CONTEXT, "rightContext");
        getter(RIGHT_CONTEXT, "$'");
        for (int group = 1; group <= 9; group++) {
            getter(PARENTHESIS + group, ("$" + group).intern());
        }
    }

    static JSObject create(Realm realm) {
        return BuiltinFunction.constructor(
                realm,
                TABLE,
                REGEXP,
                "RegExp",
                2,
                Intrinsic.REGEXP,
                Intrinsic.FUNCTION_PROTOTYPE,
                Intrinsic.REGEXP_PROTOTYPE);
    }

    /**
     * FAST PATH guard: whether {@code RegExp[Symbol.species]} is the getter that returns its
     * receiver.
     */
    static boolean isSpeciesOriginal(JSObject constructor) {
        Property species = constructor.shape().lookup(Symbol.SPECIES);
        return species != null
                && species.isAccessor()
                && constructor.slotValue(species) instanceof Accessor accessor
                && accessor.getter() instanceof BuiltinFunction getter
                && getter.table() == TABLE
                && getter.id() == SPECIES;
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case REGEXP -> construct(realm, arg(arguments, 0), arg(arguments, 1), newTarget);
            case ESCAPE -> escape(arg(arguments, 0));
            case SPECIES -> self; // 22.2.5.3
            case GET_INPUT -> legacy(realm, self, "input").input();
            case SET_INPUT -> {
                LastMatch last = legacy(realm, self, "input");
                last.setInput(TypeConversion.toJavaString(arg(arguments, 0)));
                yield Undefined.UNDEFINED;
            }
            case LAST_MATCH -> legacy(realm, self, "lastMatch").lastMatch();
            case LAST_PAREN -> legacy(realm, self, "lastParen").lastParen();
            case LEFT_CONTEXT -> legacy(realm, self, "leftContext").leftContext();
            case RIGHT_CONTEXT -> legacy(realm, self, "rightContext").rightContext();
            default -> legacy(realm, self, "$" + (id - PARENTHESIS)).parenthesis(id - PARENTHESIS);
        };
    }

    /**
     * GetLegacyRegExpStaticProperty ( C, thisValue, internalSlotName ): only the constructor itself
     * has them.
     */
    private static LastMatch legacy(Realm realm, Object self, String name) {
        if (self != realm.intrinsic(Intrinsic.REGEXP)) {
            throw Errors.typeError(
                    "RegExp." + name + " called on incompatible receiver " + ErrorText.of(self));
        }
        return RegExpRealm.of(realm).lastMatch();
    }

    /** 22.2.4.1 RegExp ( pattern, flags ). */
    private static Object construct(
            Realm realm, Object pattern, Object flags, @Nullable JSObject newTarget) {
        boolean patternIsRegExp = Comparison.isRegExp(pattern); // 1
        JSObject constructor = realm.intrinsic(Intrinsic.REGEXP);
        if (newTarget == null && patternIsRegExp && flags == Undefined.UNDEFINED) { // 2.b
            JSObject object = (JSObject) pattern;
            if (object.get("constructor", object) == constructor) {
                return pattern;
            }
        }
        Object source = pattern; // 6
        Object flagsOfPattern = flags;
        if (pattern instanceof JSRegExp regExp) { // 4
            source = regExp.source();
            flagsOfPattern = flags == Undefined.UNDEFINED ? regExp.pattern().flagsText() : flags;
        } else if (patternIsRegExp) { // 5
            JSObject object = (JSObject) pattern;
            source = object.get("source", object);
            flagsOfPattern = flags == Undefined.UNDEFINED ? object.get("flags", object) : flags;
        }
        JSObject target = newTarget == null ? constructor : newTarget; // 2, 3
        JSObject prototype =
                Constructors.getPrototypeFromConstructor(target, Intrinsic.REGEXP_PROTOTYPE); // 7
        return JSRegExp.create(
                realm,
                prototype,
                initialize(realm, source, flagsOfPattern),
                target == constructor); // 8
    }

    /** 22.2.3.3 RegExpInitialize ( obj, pattern, flags ), up to the compiled pattern. */
    static CompiledPattern initialize(Realm realm, Object pattern, Object flags) {
        String source =
                pattern == Undefined.UNDEFINED ? "" : TypeConversion.toJavaString(pattern); // 1, 2
        String letters =
                flags == Undefined.UNDEFINED ? "" : TypeConversion.toJavaString(flags); // 3, 4
        return RegExpRealm.of(realm).compile(source, letters); // 5 - 22
    }

    /** 22.2.5.1 RegExp.escape ( S ). */
    private static Object escape(Object string) {
        if (!(string instanceof CharSequence)) {
            throw Errors.typeError(
                    "Input to RegExp.escape must be a string: " + ErrorText.of(string)); // 1
        }
        return RegExpEscape.escape(string.toString());
    }
}
