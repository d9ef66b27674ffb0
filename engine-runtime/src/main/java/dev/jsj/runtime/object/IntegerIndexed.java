package dev.jsj.runtime.object;

/** What array iterators must know of a typed array (10.4.5), whose class is above this package. */
public interface IntegerIndexed {
    /** The length in elements; 0 when out of bounds or detached. */
    int length();

    /** IsTypedArrayOutOfBounds; a detached buffer counts too. */
    boolean isOutOfBounds();
}
