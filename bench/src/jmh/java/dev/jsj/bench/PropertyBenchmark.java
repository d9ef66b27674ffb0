package dev.jsj.bench;

import org.openjdk.jmh.annotations.Param;

/**
 * Reads and writes of named properties at sites that meet one shape, four, or many, and by computed
 * key.
 */
public class PropertyBenchmark extends KernelBenchmark {
    @Param({"monomorphic", "polymorphic", "megamorphic", "write", "computedKey"})
    public String kernel;

    private static final String OBJECTS =
            """
            const shapes = (count) =>
                Array.from({ length: 64 }, (_, i) => {
                    const object = {};
                    for (let k = 0; k < i % count; k++) object['other' + k] = k;
                    object.value = i;
                    return object;
                });
            const read = (objects) =>
                new Function('N', 'objects', `return () => {
                    let sum = 0;
                    for (let i = 0; i < N; i++) sum = (sum + objects[i & 63].value) | 0;
                    return sum;
                }`)(N, objects);
            """;

    @Override
    String script() {
        return OBJECTS + kernel();
    }

    private String kernel() {
        return switch (kernel) {
            case "monomorphic" ->
                    """
                    read(shapes(1));
                    """;
            case "polymorphic" ->
                    """
                    read(shapes(4));
                    """;
            case "megamorphic" ->
                    """
                    read(shapes(32));
                    """;
            case "write" ->
                    """
                    const objects = shapes(1);
                    () => {
                        for (let i = 0; i < N; i++) objects[i & 63].value = i;
                        return objects[5].value;
                    };
                    """;
            case "computedKey" ->
                    """
                    const keys = ['a', 'b', 'c', 'd'];
                    const object = { a: 1, b: 2, c: 3, d: 4 };
                    () => {
                        let sum = 0;
                        for (let i = 0; i < N; i++) sum = (sum + object[keys[i & 3]]) | 0;
                        return sum;
                    };
                    """;
            default -> throw new IllegalArgumentException("There is no kernel " + kernel);
        };
    }
}
