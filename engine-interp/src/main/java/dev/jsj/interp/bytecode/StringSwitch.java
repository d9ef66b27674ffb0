package dev.jsj.interp.bytecode;

import java.util.Map;

/** Jump table of a switch over distinct string cases: text to absolute code offset. */
public record StringSwitch(Map<String, Integer> targets) {}
