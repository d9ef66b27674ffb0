package dev.jsj.node.bindings;

import dev.jsj.node.fs.DirectoryEntry;
import dev.jsj.node.fs.FileStat;
import dev.jsj.runtime.builtins.binary.JSArrayBuffer;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What file system calls answer, as JavaScript values. */
final class FsResults {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private FsResults() {}

    static Object toJavaScript(Realm realm, @Nullable Object result) {
        return switch (result) {
            case null -> Undefined.UNDEFINED;
            case FileStat stat -> stat(realm, stat);
            case byte[] bytes -> JSArrayBuffer.of(realm, bytes);
            case List<?> entries -> entries(realm, entries);
            case Long number -> Arguments.number(number);
            default -> result;
        };
    }

    /** Ten fields, then seconds and nanoseconds of four times. */
    private static Object stat(Realm realm, FileStat stat) {
        Object[] fields = {
            Arguments.number(stat.device()),
            stat.mode(),
            Arguments.number(stat.links()),
            stat.user(),
            stat.group(),
            Arguments.number(stat.specialDevice()),
            FileStat.BLOCK_SIZE,
            Arguments.number(stat.inode()),
            Arguments.number(stat.size()),
            Arguments.number(stat.blocks()),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
        };
        long[] times = {stat.accessed(), stat.modified(), stat.changed(), stat.created()};
        for (int i = 0; i < times.length; i++) {
            fields[10 + 2 * i] = Arguments.number(Math.floorDiv(times[i], NANOS_PER_SECOND));
            fields[11 + 2 * i] = Arguments.number(Math.floorMod(times[i], NANOS_PER_SECOND));
        }
        return realm.newArray(fields);
    }

    /** name, type, name, type... */
    private static Object entries(Realm realm, List<?> entries) {
        Object[] flat = new Object[2 * entries.size()];
        for (int i = 0; i < entries.size(); i++) {
            DirectoryEntry entry = (DirectoryEntry) entries.get(i);
            flat[2 * i] = entry.name();
            flat[2 * i + 1] = entry.type();
        }
        return realm.newArray(flat);
    }
}
