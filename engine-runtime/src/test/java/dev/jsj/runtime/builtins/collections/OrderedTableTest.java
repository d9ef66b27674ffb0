package dev.jsj.runtime.builtins.collections;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jsj.runtime.value.Rope;

import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class OrderedTableTest {
    private final OrderedTable table = new OrderedTable();

    private List<Object> keys() {
        List<Object> keys = new ArrayList<>();
        OrderedTable.Cursor cursor = table.cursor();
        while (cursor.advance()) {
            keys.add(cursor.key());
        }
        return keys;
    }

    @Test
    void equalPrimitivesAreOneKey() {
        table.put(1, "a");
        assertEquals("a", table.get(1.0));
        table.put(-0.0, "zero");
        assertEquals("zero", table.get(0));
        assertEquals(0, keys().get(1));
        table.put(Double.NaN, "nan");
        assertEquals("nan", table.get(0.0 / 0.0));
        CharSequence rope = Rope.concat("a string that is long ", "enough to be a rope");
        table.put(rope, "text");
        assertEquals("text", table.get(rope.toString()));
        table.put(BigInteger.TEN, "big");
        assertEquals("big", table.get(new BigInteger("10")));
        assertNull(table.get(10));
    }

    @Test
    void aCursorSeesEntriesAddedLater() {
        table.put("a", 1);
        OrderedTable.Cursor cursor = table.cursor();
        assertTrue(cursor.advance());
        assertFalse(cursor.advance());
        table.put("b", 2);
        assertTrue(cursor.advance());
        assertEquals("b", cursor.key());
    }

    @Test
    void aCursorSurvivesClear() {
        table.put("a", 1);
        table.put("b", 1);
        OrderedTable.Cursor cursor = table.cursor();
        cursor.advance();
        table.clear();
        table.put("c", 1);
        assertTrue(cursor.advance());
        assertEquals("c", cursor.key());
        assertFalse(cursor.advance());
    }

    /** Random changes during iteration, against the rules of the specification. */
    @Test
    void cursorsAgreeWithAListOfEntries() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            OrderedTable real = new OrderedTable();
            Map<Object, Object> model = new LinkedHashMap<>();
            List<Object> history = new ArrayList<>(); // every key ever added; null once removed
            OrderedTable.Cursor cursor = real.cursor();
            int position = 0;
            for (int step = 0; step < 300; step++) {
                Object key = random.nextInt(40);
                switch (random.nextInt(8)) {
                    case 0, 1, 2, 3 -> {
                        real.put(key, step);
                        if (model.put(key, step) == null) {
                            history.add(key);
                        }
                    }
                    case 4, 5 -> {
                        assertEquals(model.remove(key) != null, real.remove(key));
                        history.replaceAll(old -> key.equals(old) ? null : old);
                    }
                    case 6 -> {
                        if (random.nextInt(20) == 0) {
                            real.clear();
                            model.clear();
                            history.replaceAll(old -> null);
                        }
                    }
                    default -> {
                        while (position < history.size() && history.get(position) == null) {
                            position++;
                        }
                        boolean more = position < history.size();
                        assertEquals(more, cursor.advance());
                        if (more) {
                            assertEquals(history.get(position++), cursor.key());
                        }
                    }
                }
                assertEquals(model.size(), real.size());
            }
            model.forEach((key, value) -> assertEquals(value, real.get(key)));
        }
    }

    @Test
    void keysWithOneHashStayFast() {
        OrderedTable table = new OrderedTable();
        int count = 1 << 15; // a chain of that length would take minutes
        for (int i = 0; i < count; i++) {
            table.put(collidingKey(i), i);
        }
        for (int i = 0; i < count; i += 1000) {
            assertEquals(i, table.get(collidingKey(i)));
        }
        assertEquals(count, table.size());
    }

    /** "Aa" and "BB" have the same hash code. */
    private static String collidingKey(int number) {
        StringBuilder key = new StringBuilder();
        for (int bit = 0; bit < 15; bit++) {
            key.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return key.toString();
    }
}
