package dev.jsj.runtime.realm;

import dev.jsj.runtime.object.JSArray;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.object.ObjectKind;
import dev.jsj.runtime.object.Shape;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** 9.3 Realms: a global object and a set of intrinsics, each made when first asked for. */
public final class Realm {
    private final Agent agent;
    private final @Nullable JSObject[] intrinsics = new JSObject[Intrinsic.values().length];
    private final JSObject objectPrototype;
    private JSObject globalObject;
    private JSObject globalThis;
    private final Map<String, GlobalBinding> declarativeRecord = new HashMap<>();
    private final Shape objectShape;
    private @Nullable Shape arrayShape;
    private @Nullable RealmShapes shapes;
    private @Nullable Object hostDefined;

    /** 9.3.1 InitializeHostDefinedRealm: a realm with an ordinary global object. */
    public Realm(Agent agent) {
        this.agent = agent;
        agent.realmCreated(this);
        objectPrototype = intrinsic(Intrinsic.OBJECT_PROTOTYPE);
        objectShape = agent.root(objectPrototype);
        globalObject = new JSObject(objectShape.toUnique());
        globalThis = globalObject;
        agent.services().setDefaultGlobalBindings(this);
    }

    public Agent agent() {
        return agent;
    }

    /** [[Intrinsics]].[[&lt;name&gt;]]. */
    public JSObject intrinsic(Intrinsic intrinsic) {
        JSObject object = intrinsics[intrinsic.ordinal()];
        if (object == null) {
            object = agent.services().createIntrinsic(intrinsic, this);
            JSObject made = intrinsics[intrinsic.ordinal()];
            if (made != null) {
                return made; // made and registered while its own parts were made
            }
            intrinsics[intrinsic.ordinal()] = object;
        }
        return object;
    }

    /** Registers an intrinsic before it is complete, where its parts refer back to it. */
    public void setIntrinsic(Intrinsic intrinsic, JSObject object) {
        intrinsics[intrinsic.ordinal()] = object;
    }

    /** Whether the intrinsic has been made; where not, nobody can have changed it. */
    public boolean hasIntrinsic(Intrinsic intrinsic) {
        return intrinsics[intrinsic.ordinal()] != null;
    }

    /** [[GlobalObject]]. */
    public JSObject globalObject() {
        return globalObject;
    }

    /** The value of {@code this} in global code (9.1.1.4.11). */
    public JSObject globalThis() {
        return globalThis;
    }

    /** Replaces the global object, for hosts with an exotic one. */
    public void setGlobalObject(JSObject object, JSObject thisValue) {
        globalObject = object;
        globalThis = thisValue;
    }

    /**
     * The declarative half of the global environment (9.1.1.4): let, const and class bindings of
     * scripts.
     */
    public Map<String, GlobalBinding> declarativeRecord() {
        return declarativeRecord;
    }

    /** %Object.prototype%. */
    public JSObject objectPrototype() {
        return objectPrototype;
    }

    /** OrdinaryObjectCreate(%Object.prototype%). */
    public JSObject newObject() {
        return new JSObject(objectShape);
    }

    /** OrdinaryObjectCreate ( proto ). */
    public JSObject newObject(@Nullable JSObject prototype) {
        return new JSObject(agent.root(prototype));
    }

    /** The shape of {@code {}}. */
    public Shape objectShape() {
        return objectShape;
    }

    /** The shape of {@code []}. */
    public Shape arrayShape() {
        Shape shape = arrayShape;
        if (shape == null) {
            shape = agent.root(intrinsic(Intrinsic.ARRAY_PROTOTYPE), ObjectKind.ARRAY);
            arrayShape = shape;
        }
        return shape;
    }

    /** ArrayCreate ( 0 ). */
    public JSArray newArray() {
        return new JSArray(arrayShape());
    }

    /** CreateArrayFromList; takes the Java array over, which must not hold null. */
    public JSArray newArray(Object[] values) {
        return new JSArray(arrayShape(), values, values.length);
    }

    /** The shapes of function objects and iterator results. */
    public RealmShapes shapes() {
        RealmShapes made = shapes;
        if (made == null) {
            made = new RealmShapes(this);
            shapes = made;
        }
        return made;
    }

    /** [[HostDefined]]. */
    public @Nullable Object hostDefined() {
        return hostDefined;
    }

    public void setHostDefined(Object value) {
        hostDefined = value;
    }
}
