package dev.jsj.bench;

import org.openjdk.jmh.annotations.Param;

/** Map, Set and WeakMap with keys of several kinds. */
public class CollectionBenchmark extends KernelBenchmark {
    @Param({
        "mapGetNumber",
        "mapGetString",
        "mapSet",
        "mapIterate",
        "setAdd",
        "setHas",
        "weakMapGet"
    })
    public String kernel;

    private static final String OBJECTS =
            """
            const texts = Array.from({ length: 64 }, (_, i) => 'key' + i);
            const objects = texts.map((name) => ({ name }));
            """;

    @Override
    String script() {
        return OBJECTS + kernel();
    }

    private String kernel() {
        return switch (kernel) {
            case "mapGetNumber" ->
                    """
                    const map = new Map(texts.map((text, i) => [i, i]));
                    () => {
                        let sum = 0;
                        for (let i = 0; i < N; i++) sum = (sum + map.get(i & 63)) | 0;
                        return sum;
                    };
                    """;
            case "mapGetString" ->
                    """
                    const map = new Map(texts.map((text, i) => [text, i]));
                    () => {
                        let sum = 0;
                        for (let i = 0; i < N; i++) sum = (sum + map.get(texts[i & 63])) | 0;
                        return sum;
                    };
                    """;
            case "mapSet" ->
                    """
                    () => {
                        const map = new Map();
                        for (let i = 0; i < N; i++) map.set(i * 7, i);
                        return map.size;
                    };
                    """;
            case "mapIterate" ->
                    """
                    const map = new Map(Array.from({ length: N }, (_, i) => [i, i]));
                    () => {
                        let sum = 0;
                        for (const [key, value] of map) sum = (sum + key + value) | 0;
                        return sum;
                    };
                    """;
            case "setAdd" ->
                    """
                    () => {
                        const set = new Set();
                        for (let i = 0; i < N; i++) set.add(objects[i & 63]);
                        return set.size;
                    };
                    """;
            case "setHas" ->
                    """
                    const set = new Set(objects);
                    () => {
                        let count = 0;
                        for (let i = 0; i < N; i++) if (set.has(objects[i & 63])) count++;
                        return count;
                    };
                    """;
            case "weakMapGet" ->
                    """
                    const map = new WeakMap(objects.map((object, i) => [object, i]));
                    () => {
                        let sum = 0;
                        for (let i = 0; i < N; i++) sum = (sum + map.get(objects[i & 63])) | 0;
                        return sum;
                    };
                    """;
            default -> throw new IllegalArgumentException("There is no kernel " + kernel);
        };
    }
}
