package dev.jsj.runtime.builtins.text;

import dev.jsj.parser.regexp.RegExpSyntax;
import dev.jsj.parser.regexp.RegExpSyntaxException;
import dev.jsj.runtime.function.BuiltinFunction;
import dev.jsj.runtime.object.Accessor;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.object.ValidityCell;
import dev.jsj.runtime.realm.Intrinsic;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;
import dev.jsj.runtime.value.Symbol;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a realm knows about regular expressions: the patterns it has compiled, the shapes of what
 * matching makes, the last match (for {@code RegExp.$1} and its kind), and whether RegExp.prototype
 * is as it was made, on which all fast paths depend. It hangs off %RegExp.prototype%.
 */
final class RegExpRealm {
    private static final int CACHED_PATTERNS = 1000;

    /** A power of two. */
    private static final int LITERALS = 256;

    /**
     * The properties that the methods of RegExp.prototype look up on their receiver, and with which
     * name.
     */
    private static final Object[] OBSERVED = {
        "exec",
        "flags",
        "hasIndices",
        "global",
        "ignoreCase",
        "multiline",
        "dotAll",
        "unicode",
        "unicodeSets",
        "sticky",
        Symbol.MATCH,
        Symbol.MATCH_ALL,
        Symbol.REPLACE,
        Symbol.SEARCH,
        Symbol.SPLIT,
    };

    /** The methods are written out, since those that records get are made at run time. */
    private record Key(String source, String flags) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && source.equals(key.source) && flags.equals(key.flags);
        }

        @Override
        public int hashCode() {
            return source.hashCode() * 31 + flags.hashCode();
        }
    }

    /** A pattern that was asked for last, with the strings that a literal asks with each time. */
    private record LiteralPattern(String source, String flags, CompiledPattern pattern) {}

    private final LiteralPattern[] literals = new LiteralPattern[LITERALS];
    private final Realm realm;
    private final JSObject prototype;
    private final Shape initialShape;
    private final Shape matchShape;
    private final Shape matchWithIndicesShape;
    private final Shape indicesShape;
    private final Map<Key, CompiledPattern> patterns =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, CompiledPattern> eldest) {
                    return size() > CACHED_PATTERNS;
                }
            };
    private final LastMatch lastMatch = new LastMatch();
    private @Nullable ValidityCell prototypeCell;
    private boolean prototypePristine;

    private RegExpRealm(Realm realm, JSObject prototype) {
        this.realm = realm;
        this.prototype = prototype;
        initialShape = JSRegExp.shape(realm, prototype);
        indicesShape = realm.arrayShape().addProperty("groups", Property.DEFAULT);
        matchShape =
                realm.arrayShape()
                        .addProperty("index", Property.DEFAULT)
                        .addProperty("input", Property.DEFAULT)
                        .addProperty("groups", Property.DEFAULT);
        matchWithIndicesShape = matchShape.addProperty("indices", Property.DEFAULT);
    }

    /** %RegExp.prototype% itself, which carries the state of its realm. */
    static final class PrototypeObject extends JSObject {
        private final Realm realm;
        private @Nullable RegExpRealm state;

        PrototypeObject(Realm realm) {
            super(realm.objectShape());
            this.realm = realm;
        }

        RegExpRealm state() {
            RegExpRealm made = state;
            if (made == null) {
                made = new RegExpRealm(realm, this);
                state = made;
            }
            return made;
        }
    }

    static RegExpRealm of(Realm realm) {
        return ((PrototypeObject) realm.intrinsic(Intrinsic.REGEXP_PROTOTYPE)).state();
    }

    /** The shape of a RegExp object with %RegExp.prototype% and no own property but lastIndex. */
    Shape initialShape() {
        return initialShape;
    }

    /** The shape of the arrays that {@code exec} gives: index, input, groups in slots 0 to 2. */
    Shape matchShape() {
        return matchShape;
    }

    /** As {@link #matchShape}, and indices in slot 3. */
    Shape matchWithIndicesShape() {
        return matchWithIndicesShape;
    }

    /** The shape of the arrays of indices: groups in slot 0. */
    Shape indicesShape() {
        return indicesShape;
    }

    LastMatch lastMatch() {
        return lastMatch;
    }

    /** The pattern with a source and flags, or the SyntaxError that there is no such. */
    CompiledPattern compile(String source, String flags) {
        int slot = (source.hashCode() + flags.length()) & LITERALS - 1;
        LiteralPattern literal = literals[slot];
        if (literal != null && literal.source.equals(source) && literal.flags.equals(flags)) {
            return literal.pattern; // FAST PATH: a literal that is evaluated again
        }
        CompiledPattern pattern = lookUp(source, flags);
        literals[slot] = new LiteralPattern(source, flags, pattern);
        return pattern;
    }

    private CompiledPattern lookUp(String source, String flags) {
        Key key = new Key(source, flags);
        CompiledPattern pattern = patterns.get(key);
        if (pattern == null) {
            try {
                pattern = new CompiledPattern(realm.agent(), RegExpSyntax.parse(source, flags));
            } catch (RegExpSyntaxException invalid) {
                throw Errors.syntaxError(invalid.getMessage());
            }
            patterns.put(key, pattern);
        }
        return pattern;
    }

    /**
     * FAST PATH guard: whether {@code value} is a RegExp object of which everything that can be
     * looked up is what the engine made, so that no user code can run when it is used. Its
     * lastIndex is an int.
     */
    boolean isPristine(Object value) {
        return value instanceof JSRegExp regExp
                && regExp.shape() == initialShape
                && regExp.lastIndex() instanceof Integer
                && isPrototypePristine();
    }

    private boolean isPrototypePristine() {
        ValidityCell cell = prototypeCell;
        if (cell == null || !cell.isValid()) {
            prototypePristine = true;
            boolean lasting = true;
            for (Object key : OBSERVED) {
                prototypePristine &= isOriginal(prototype, key);
                lasting &= !prototype.hasVolatile(key);
            }
            prototypeCell = lasting ? initialShape.prototypeCell() : null;
        }
        return prototypePristine;
    }

    /** FAST PATH guard: whether SpeciesConstructor of a pristine regular expression is %RegExp%. */
    boolean isSpeciesPristine() {
        Property constructor = prototype.shape().lookup("constructor");
        JSObject intrinsic = realm.intrinsic(Intrinsic.REGEXP);
        return constructor != null
                && !constructor.isAccessor()
                && prototype.slotValue(constructor) == intrinsic
                && RegExpConstructor.isSpeciesOriginal(intrinsic);
    }

    /**
     * Whether a property is as its table made it: still lazy, or one of the table's functions under
     * its own name.
     */
    private static boolean isOriginal(JSObject holder, Object key) {
        Property property = holder.shape().lookup(key);
        if (property == null) {
            return false;
        }
        Object value = holder.getSlot(property.slot());
        if (value instanceof Accessor accessor) {
            value = accessor.getter();
        }
        return value == null
                ? property.isAccessor() == RegExpPrototype.isAccessor(key)
                : value instanceof BuiltinFunction function && RegExpPrototype.isRow(function, key);
    }
}
