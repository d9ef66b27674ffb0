package dev.jsj.interp.interpreter;
final class LiteralOps { static void closure(Frame f,int pc) { throw new AssertionError(); } static void emptyObject(Frame f,int pc) { throw new AssertionError(); } static void object(Frame f,int pc) { throw new AssertionError(); } static void array(Frame f,int pc) { throw new AssertionError(); } }
