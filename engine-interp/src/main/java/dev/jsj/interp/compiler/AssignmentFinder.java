package dev.jsj.interp.compiler;

import dev.jsj.parser.ast.*;

import org.jspecify.annotations.Nullable;

/**
 * Finds out whether evaluating an expression may assign to a local variable, so that a value read
 * before must be kept elsewhere. Looks at a limited number of nodes, then says yes.
 */
final class AssignmentFinder {

    private static final int LIMIT = 200;

    private final String name;
    private int visited;

    private AssignmentFinder(String name) {
        this.name = name;
    }

    /**
     * Whether the expression may assign to the variable of that name, which no inner function
     * captures.
     */
    static boolean mayAssign(Expression e, String name) {
        return new AssignmentFinder(name).find(e);
    }

    private boolean find(@Nullable Node node) {
        if (node == null) {
            return false;
        }
        if (++visited > LIMIT) {
            return true;
        }
        return switch (node) {
            case Identifier i -> false;
            case Literal l -> false;
            case ThisExpression t -> false;
            case FunctionNode f -> false;
            case MetaProperty m -> false;
            case Super s -> false;
            case PrivateName p -> false;
            case MemberExpression m -> find(m.object()) || (m.computed() && find(m.property()));
            case BinaryExpression b -> find(b.left()) || find(b.right());
            case LogicalExpression l -> find(l.left()) || find(l.right());
            case ConditionalExpression c ->
                    find(c.test()) || find(c.consequent()) || find(c.alternate());
            case UnaryExpression u -> find(u.argument());
            case AwaitExpression a -> find(a.argument());
            case YieldExpression y -> find(y.argument());
            case SpreadElement s -> find(s.argument());
            case ChainExpression c -> find(c.expression());
            case CallExpression c -> find(c.callee()) || findAny(c.arguments());
            case NewExpression n -> find(n.callee()) || findAny(n.arguments());
            case ArrayExpression a -> findAny(a.elements());
            case SequenceExpression s -> findAny(s.expressions());
            case TemplateLiteral t -> findAny(t.expressions());
            case TaggedTemplateExpression t -> find(t.tag()) || findAny(t.quasi().expressions());
            case ObjectExpression o -> findAny(o.members());
            case Property p -> (p.computed() && find(p.key())) || find(p.value());
            case UpdateExpression u -> isName(u.argument()) || find(u.argument());
            case AssignmentExpression a -> isName(a.left()) || find(a.left()) || find(a.right());
            default -> true;
        };
    }

    private boolean isName(Node node) {
        return node instanceof Identifier id && id.name() == name;
    }

    private boolean findAny(Iterable<? extends @Nullable Node> nodes) {
        for (Node node : nodes) {
            if (find(node)) {
                return true;
            }
        }
        return false;
    }
}
