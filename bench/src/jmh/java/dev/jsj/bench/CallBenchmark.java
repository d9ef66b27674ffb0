package dev.jsj.bench;

import org.openjdk.jmh.annotations.Param;

/**
 * Calls: of a function, a closure with a variable of its own, a method, a function out of many, and
 * of constructors.
 */
public class CallBenchmark extends KernelBenchmark {
    @Param({"direct", "closure", "method", "megamorphic", "construct", "callback"})
    public String kernel;

    @Override
    String script() {
        return switch (kernel) {
            case "direct" ->
                    """
                    function add(a, b) {
                        return (a + b) | 0;
                    }
                    () => {
                        let sum = 0;
                        for (let i = 0; i < N; i++) sum = add(sum, i);
                        return sum;
                    };
                    """;
            case "closure" ->
                    """
                    const counter = (step) => {
                        let count = 0;
                        return () => (count = (count + step) | 0);
                    };
                    const next = counter(3);
                    () => {
                        let sum = 0;
                        for (let i = 0; i < N; i++) sum = (sum + next()) | 0;
                        return sum;
                    };
                    """;
            case "method" ->
                    """
                    class Account {
                        constructor() {
                            this.balance = 0;
                        }
                        add(amount) {
                            this.balance = (this.balance + amount) | 0;
                            return this;
                        }
                    }
                    const account = new Account();
                    () => {
                        for (let i = 0; i < N; i++) account.add(i);
                        return account.balance;
                    };
                    """;
            case "megamorphic" ->
                    """
                    const functions = Array.from({ length: 16 }, (_, i) => new Function('x', `return (x + ${i}) | 0`));
                    () => {
                        let sum = 0;
                        for (let i = 0; i < N; i++) sum = functions[i & 15](sum);
                        return sum;
                    };
                    """;
            case "construct" ->
                    """
                    class Point {
                        constructor(x, y) {
                            this.x = x;
                            this.y = y;
                        }
                    }
                    () => {
                        let sum = 0;
                        for (let i = 0; i < N; i++) {
                            const point = new Point(i, sum);
                            sum = (point.x + point.y) | 0;
                        }
                        return sum;
                    };
                    """;
            case "callback" ->
                    """
                    const numbers = Array.from({ length: N }, (_, i) => i);
                    () => numbers.reduce((sum, x) => (sum + x) | 0, 0);
                    """;
            default -> throw new IllegalArgumentException("There is no kernel " + kernel);
        };
    }
}
