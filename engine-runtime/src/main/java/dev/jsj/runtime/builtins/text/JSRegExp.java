package dev.jsj.runtime.builtins.text;

import dev.jsj.parser.regexp.RegExpFlags;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.Property;
import dev.jsj.runtime.object.Shape;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Realm;

/** 22.2.8 Properties of RegExp Instances: {@code lastIndex} is in slot 0. */
public final class JSRegExp extends JSObject {
    static final int LAST_INDEX_SLOT = 0;

    private final Realm realm;
    private final boolean legacyFeaturesEnabled;
    private CompiledPattern pattern;

    private JSRegExp(
            Shape shape, Realm realm, CompiledPattern pattern, boolean legacyFeaturesEnabled) {
        super(shape);
        this.realm = realm;
        this.pattern = pattern;
        this.legacyFeaturesEnabled = legacyFeaturesEnabled;
        setSlot(LAST_INDEX_SLOT, 0);
    }

    /** 22.2.3.1 RegExpCreate ( P, F ): what a regular expression literal evaluates to. */
    public static JSRegExp create(Realm realm, String pattern, String flags) {
        RegExpRealm state = RegExpRealm.of(realm);
        return new JSRegExp(state.initialShape(), realm, state.compile(pattern, flags), true);
    }

    /**
     * 22.2.3.2 RegExpAlloc and 22.2.3.3 RegExpInitialize in one.
     *
     * @param realm the realm of the constructor that ran
     */
    static JSRegExp create(
            Realm realm,
            JSObject prototype,
            CompiledPattern pattern,
            boolean legacyFeaturesEnabled) {
        return new JSRegExp(shape(realm, prototype), realm, pattern, legacyFeaturesEnabled);
    }

    static Shape shape(Realm realm, JSObject prototype) {
        return realm.agent()
                .root(prototype, ObjectKind.ORDINARY)
                .addProperty("lastIndex", Property.WRITABLE);
    }

    /** [[OriginalSource]]. */
    public String source() {
        return pattern.source();
    }

    /** The source as it could stand between slashes. */
    public String escapedSource() {
        return pattern.escapedSource();
    }

    /** [[OriginalFlags]]. */
    public RegExpFlags flags() {
        return pattern.flags();
    }

    CompiledPattern pattern() {
        return pattern;
    }

    /** B.2.4.1 RegExp.prototype.compile changes what a regular expression is. */
    void setPattern(CompiledPattern newPattern) {
        pattern = newPattern;
    }

    /** [[Realm]] of the legacy features. */
    Realm realm() {
        return realm;
    }

    /** [[LegacyFeaturesEnabled]]: not for instances of subclasses. */
    boolean legacyFeaturesEnabled() {
        return legacyFeaturesEnabled;
    }

    /** Get ( R, "lastIndex" ), which is always an own data property. */
    Object lastIndex() {
        return getSlot(LAST_INDEX_SLOT);
    }

    /** Set ( R, "lastIndex", value, true ). */
    void setLastIndex(int value) {
        if (shape().isPrototype() || !shape().lookup("lastIndex").isWritable()) {
            ObjectOperations.set(this, "lastIndex", value);
        } else {
            setSlot(LAST_INDEX_SLOT, value);
        }
    }

    @Override
    public String builtinTag() {
        return "RegExp";
    }
}
