package dev.jsj.parser;

import dev.jsj.parser.ast.ArrayPattern;
import dev.jsj.parser.ast.AssignmentPattern;
import dev.jsj.parser.ast.AssignmentProperty;
import dev.jsj.parser.ast.CallExpression;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.MemberExpression;
import dev.jsj.parser.ast.Node;
import dev.jsj.parser.ast.ObjectPattern;
import dev.jsj.parser.ast.Pattern;
import dev.jsj.parser.ast.RestElement;
import dev.jsj.parser.ast.VariableDeclaration;
import dev.jsj.parser.ast.VariableDeclarator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** 8.2.1 Static Semantics: BoundNames. */
final class BoundNames {
    private BoundNames() {}

    /** The names of a declaration. */
    static List<Identifier> of(VariableDeclaration declaration) {
        List<Identifier> names = new ArrayList<>();
        for (VariableDeclarator declarator : declaration.declarators()) {
            collect(declarator.id(), names);
        }
        return names;
    }

    /** The names of a binding identifier or pattern. */
    static List<Identifier> of(Pattern target) {
        if (target instanceof Identifier identifier) {
            return List.of(identifier);
        }
        List<Identifier> names = new ArrayList<>();
        collect(target, names);
        return names;
    }

    private static void collect(Node pattern, Collection<Identifier> names) {
        switch (pattern) {
            case null -> {}
            case Identifier identifier -> names.add(identifier);
            case ArrayPattern array -> array.elements().forEach(each -> collect(each, names));
            case ObjectPattern object -> object.members().forEach(each -> collect(each, names));
            case AssignmentProperty property -> collect(property.value(), names);
            case AssignmentPattern pair -> collect(pair.left(), names);
            case RestElement rest -> collect(rest.argument(), names);
            case MemberExpression _, CallExpression _ ->
                    throw new AssertionError("A binding pattern contains only identifiers.");
            default -> throw new AssertionError("Not part of a pattern: " + pattern);
        }
    }
}
