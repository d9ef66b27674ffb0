package dev.jsj.parser.estree;

import dev.jsj.parser.Source;
import dev.jsj.parser.ast.ArrayExpression;
import dev.jsj.parser.ast.ArrayPattern;
import dev.jsj.parser.ast.AssignmentExpression;
import dev.jsj.parser.ast.AssignmentPattern;
import dev.jsj.parser.ast.AssignmentProperty;
import dev.jsj.parser.ast.AwaitExpression;
import dev.jsj.parser.ast.BigIntLiteral;
import dev.jsj.parser.ast.BinaryExpression;
import dev.jsj.parser.ast.BlockStatement;
import dev.jsj.parser.ast.BooleanLiteral;
import dev.jsj.parser.ast.BreakStatement;
import dev.jsj.parser.ast.CallExpression;
import dev.jsj.parser.ast.CatchClause;
import dev.jsj.parser.ast.ChainExpression;
import dev.jsj.parser.ast.ClassDeclaration;
import dev.jsj.parser.ast.ClassElement;
import dev.jsj.parser.ast.ClassNode;
import dev.jsj.parser.ast.ConditionalExpression;
import dev.jsj.parser.ast.ContinueStatement;
import dev.jsj.parser.ast.DebuggerStatement;
import dev.jsj.parser.ast.DoWhileStatement;
import dev.jsj.parser.ast.EmptyStatement;
import dev.jsj.parser.ast.ExportAllDeclaration;
import dev.jsj.parser.ast.ExportDefaultDeclaration;
import dev.jsj.parser.ast.ExportNamedDeclaration;
import dev.jsj.parser.ast.ExportSpecifier;
import dev.jsj.parser.ast.Expression;
import dev.jsj.parser.ast.ExpressionStatement;
import dev.jsj.parser.ast.ForInStatement;
import dev.jsj.parser.ast.ForOfStatement;
import dev.jsj.parser.ast.ForStatement;
import dev.jsj.parser.ast.FunctionDeclaration;
import dev.jsj.parser.ast.FunctionNode;
import dev.jsj.parser.ast.Identifier;
import dev.jsj.parser.ast.IfStatement;
import dev.jsj.parser.ast.ImportAttribute;
import dev.jsj.parser.ast.ImportDeclaration;
import dev.jsj.parser.ast.ImportExpression;
import dev.jsj.parser.ast.ImportPhase;
import dev.jsj.parser.ast.ImportSpecifier;
import dev.jsj.parser.ast.LabeledStatement;
import dev.jsj.parser.ast.Literal;
import dev.jsj.parser.ast.LogicalExpression;
import dev.jsj.parser.ast.MemberExpression;
import dev.jsj.parser.ast.MetaProperty;
import dev.jsj.parser.ast.MethodDefinition;
import dev.jsj.parser.ast.NewExpression;
import dev.jsj.parser.ast.Node;
import dev.jsj.parser.ast.NullLiteral;
import dev.jsj.parser.ast.NumberLiteral;
import dev.jsj.parser.ast.ObjectExpression;
import dev.jsj.parser.ast.ObjectPattern;
import dev.jsj.parser.ast.Pattern;
import dev.jsj.parser.ast.PrivateName;
import dev.jsj.parser.ast.Program;
import dev.jsj.parser.ast.Property;
import dev.jsj.parser.ast.PropertyDefinition;
import dev.jsj.parser.ast.PropertyKind;
import dev.jsj.parser.ast.RegExpLiteral;
import dev.jsj.parser.ast.RestElement;
import dev.jsj.parser.ast.ReturnStatement;
import dev.jsj.parser.ast.SequenceExpression;
import dev.jsj.parser.ast.SpreadElement;
import dev.jsj.parser.ast.Statement;
import dev.jsj.parser.ast.StaticBlock;
import dev.jsj.parser.ast.StringLiteral;
import dev.jsj.parser.ast.Super;
import dev.jsj.parser.ast.SwitchCase;
import dev.jsj.parser.ast.SwitchStatement;
import dev.jsj.parser.ast.TaggedTemplateExpression;
import dev.jsj.parser.ast.TemplateElement;
import dev.jsj.parser.ast.TemplateLiteral;
import dev.jsj.parser.ast.ThisExpression;
import dev.jsj.parser.ast.ThrowStatement;
import dev.jsj.parser.ast.TryStatement;
import dev.jsj.parser.ast.UnaryExpression;
import dev.jsj.parser.ast.UpdateExpression;
import dev.jsj.parser.ast.VariableDeclaration;
import dev.jsj.parser.ast.VariableDeclarator;
import dev.jsj.parser.ast.WhileStatement;
import dev.jsj.parser.ast.WithStatement;
import dev.jsj.parser.ast.YieldExpression;
import dev.jsj.parser.scope.FunctionKind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a syntax tree into ESTree's representation: nested maps, lists, strings, booleans, numbers
 * and null. The tree must not contain lazy functions.
 */
public final class Estree {
    private final Source source;

    private Estree(Source source) {
        this.source = source;
    }

    /** The ESTree form of a program. */
    public static Map<String, @Nullable Object> convert(Source source, Program program) {
        return new Estree(source).node(program);
    }

    private static final class Fields extends LinkedHashMap<String, @Nullable Object> {
        private static final long serialVersionUID = 1;

        Fields with(String name, @Nullable Object value) {
            put(name, value);
            return this;
        }
    }

    private static Fields fields(String type, Node node) {
        return new Fields().with("type", type).with("start", node.start()).with("end", node.end());
    }

    private static Fields fields(Node node) {
        return fields(node.getClass().getSimpleName(), node);
    }

    private List<@Nullable Object> list(List<? extends @Nullable Node> nodes) {
        List<@Nullable Object> list = new ArrayList<>(nodes.size());
        for (Node each : nodes) {
            list.add(nullable(each));
        }
        return list;
    }

    private @Nullable Fields nullable(@Nullable Node node) {
        return node == null ? null : node(node);
    }

    private Fields node(Node node) {
        return switch (node) {
            case Program n ->
                    fields(n)
                            .with("sourceType", n.module() == null ? "script" : "module")
                            .with("body", list(n.body()));
            case Statement n -> statement(n);
            case Expression n -> expression(n);
            case Pattern n -> pattern(n);
            case ClassElement n -> classElement(n);
            case Property n -> property(n);
            case AssignmentProperty n ->
                    fields("Property", n)
                            .with("method", false)
                            .with("shorthand", n.shorthand())
                            .with("computed", n.computed())
                            .with("key", node(n.key()))
                            .with("value", node(n.value()))
                            .with("kind", "init");
            case VariableDeclarator n ->
                    fields(n).with("id", node(n.id())).with("init", nullable(n.init()));
            case SwitchCase n ->
                    fields(n).with("test", nullable(n.test())).with("consequent", list(n.body()));
            case CatchClause n ->
                    fields(n).with("param", nullable(n.parameter())).with("body", node(n.body()));
            case TemplateElement n -> templateElement(n);
            case ImportSpecifier n -> importSpecifier(n);
            case ImportAttribute n ->
                    fields(n).with("key", node(n.key())).with("value", node(n.value()));
            case ExportSpecifier n ->
                    fields(n).with("local", node(n.local())).with("exported", node(n.exported()));
        };
    }

    // ---- statements

    private Fields statement(Statement node) {
        return switch (node) {
            case BlockStatement n -> block(n);
            case EmptyStatement n -> fields(n);
            case DebuggerStatement n -> fields(n);
            case ExpressionStatement n -> expressionStatement(n);
            case IfStatement n ->
                    fields(n)
                            .with("test", node(n.test()))
                            .with("consequent", node(n.consequent()))
                            .with("alternate", nullable(n.alternate()));
            case ForStatement n ->
                    fields(n)
                            .with("init", nullable(n.init()))
                            .with("test", nullable(n.test()))
                            .with("update", nullable(n.update()))
                            .with("body", node(n.body()));
            case ForInStatement n ->
                    fields(n)
                            .with("left", node(n.left()))
                            .with("right", node(n.right()))
                            .with("body", node(n.body()));
            case ForOfStatement n ->
                    fields(n)
                            .with("await", n.await())
                            .with("left", node(n.left()))
                            .with("right", node(n.right()))
                            .with("body", node(n.body()));
            case WhileStatement n ->
                    fields(n).with("test", node(n.test())).with("body", node(n.body()));
            case DoWhileStatement n ->
                    fields(n).with("body", node(n.body())).with("test", node(n.test()));
            case ContinueStatement n -> fields(n).with("label", nullable(n.label()));
            case BreakStatement n -> fields(n).with("label", nullable(n.label()));
            case ReturnStatement n -> fields(n).with("argument", nullable(n.argument()));
            case ThrowStatement n -> fields(n).with("argument", node(n.argument()));
            case WithStatement n ->
                    fields(n).with("object", node(n.object())).with("body", node(n.body()));
            case SwitchStatement n ->
                    fields(n)
                            .with("discriminant", node(n.discriminant()))
                            .with("cases", list(n.cases()));
            case LabeledStatement n ->
                    fields(n).with("label", node(n.label())).with("body", node(n.body()));
            case TryStatement n ->
                    fields(n)
                            .with("block", node(n.block()))
                            .with("handler", nullable(n.handler()))
                            .with("finalizer", nullable(n.finalizer()));
            case VariableDeclaration n ->
                    fields(n)
                            .with("declarations", list(n.declarators()))
                            .with("kind", n.kind().keyword());
            case FunctionDeclaration n -> function("FunctionDeclaration", n, n.node());
            case ClassDeclaration n -> classNode("ClassDeclaration", n, n.node());
            case ImportDeclaration n -> importDeclaration(n);
            case ExportNamedDeclaration n ->
                    fields(n)
                            .with("declaration", nullable(n.declaration()))
                            .with("specifiers", list(n.specifiers()))
                            .with("source", nullable(n.source()))
                            .with("attributes", list(n.attributes()));
            case ExportDefaultDeclaration n -> fields(n).with("declaration", node(n.declaration()));
            case ExportAllDeclaration n ->
                    fields(n)
                            .with("exported", nullable(n.exported()))
                            .with("source", node(n.source()))
                            .with("attributes", list(n.attributes()));
        };
    }

    private Fields block(BlockStatement node) {
        if (node.body().size() == 1
                && node.body().get(0) instanceof FunctionDeclaration function
                && function.start() == node.start()) {
            return statement(function); // a branch of an if statement
        }
        return fields(node).with("body", list(node.body()));
    }

    private Fields expressionStatement(ExpressionStatement node) {
        Fields fields = fields(node).with("expression", node(node.expression()));
        return node.directive() == null ? fields : fields.with("directive", node.directive());
    }

    // ---- expressions

    private Fields expression(Expression node) {
        return switch (node) {
            case Identifier n -> fields(n).with("name", n.name());
            case PrivateName n ->
                    fields("PrivateIdentifier", n).with("name", n.name().substring(1));
            case Literal n -> literal(n);
            case ThisExpression n -> fields(n);
            case Super n -> fields(n);
            case ArrayExpression n -> fields(n).with("elements", list(n.elements()));
            case ObjectExpression n -> fields(n).with("properties", list(n.members()));
            case SpreadElement n -> fields(n).with("argument", node(n.argument()));
            case FunctionNode n -> functionExpression(n);
            case ClassNode n -> classNode("ClassExpression", n, n);
            case TemplateLiteral n ->
                    fields(n)
                            .with("expressions", list(n.expressions()))
                            .with("quasis", list(n.quasis()));
            case TaggedTemplateExpression n ->
                    fields(n).with("tag", node(n.tag())).with("quasi", node(n.quasi()));
            case MemberExpression n -> member(n);
            case CallExpression n -> call(n);
            case ChainExpression n -> fields(n).with("expression", node(n.expression()));
            case NewExpression n ->
                    fields(n)
                            .with("callee", node(n.callee()))
                            .with("arguments", list(n.arguments()));
            case ImportExpression n -> importExpression(n);
            case MetaProperty n -> metaProperty(n);
            case UnaryExpression n ->
                    fields(n)
                            .with("operator", n.operator().symbol())
                            .with("prefix", true)
                            .with("argument", node(n.argument()));
            case UpdateExpression n ->
                    fields(n)
                            .with("operator", n.operator().symbol())
                            .with("prefix", n.prefix())
                            .with("argument", node(n.argument()));
            case BinaryExpression n ->
                    fields(n)
                            .with("left", node(n.left()))
                            .with("operator", n.operator().symbol())
                            .with("right", node(n.right()));
            case LogicalExpression n ->
                    fields(n)
                            .with("left", node(n.left()))
                            .with("operator", n.operator().symbol())
                            .with("right", node(n.right()));
            case AssignmentExpression n ->
                    fields(n)
                            .with("operator", n.operator().symbol())
                            .with("left", node(n.left()))
                            .with("right", node(n.right()));
            case ConditionalExpression n ->
                    fields(n)
                            .with("test", node(n.test()))
                            .with("consequent", node(n.consequent()))
                            .with("alternate", node(n.alternate()));
            case SequenceExpression n -> fields(n).with("expressions", list(n.expressions()));
            case YieldExpression n ->
                    fields(n)
                            .with("delegate", n.delegate())
                            .with("argument", nullable(n.argument()));
            case AwaitExpression n -> fields(n).with("argument", node(n.argument()));
        };
    }

    private Fields member(MemberExpression node) {
        return fields(node)
                .with("object", node(node.object()))
                .with("property", node(node.property()))
                .with("computed", node.computed())
                .with("optional", node.optional());
    }

    private Fields call(CallExpression node) {
        return fields(node)
                .with("callee", node(node.callee()))
                .with("arguments", list(node.arguments()))
                .with("optional", node.optional());
    }

    private Fields literal(Literal node) {
        String raw = source.substring(node.start(), node.end());
        Fields fields = fields("Literal", node);
        return switch (node) {
            case NumberLiteral n -> fields.with("value", n.value()).with("raw", raw);
            case StringLiteral n -> fields.with("value", n.value()).with("raw", raw);
            case BooleanLiteral n -> fields.with("value", n.value()).with("raw", raw);
            case NullLiteral _ -> fields.with("value", null).with("raw", raw);
            case BigIntLiteral n ->
                    fields.with("value", null)
                            .with("raw", raw)
                            .with("bigint", n.value().toString());
            case RegExpLiteral n ->
                    fields.with("value", new Fields())
                            .with("raw", raw)
                            .with(
                                    "regex",
                                    new Fields()
                                            .with("pattern", n.pattern())
                                            .with("flags", n.flags()));
        };
    }

    private Fields templateElement(TemplateElement node) {
        boolean tail = source.text().startsWith("`", node.end());
        return fields(node)
                .with("value", new Fields().with("raw", node.raw()).with("cooked", node.cooked()))
                .with("tail", tail);
    }

    private Fields property(Property node) {
        return fields(node)
                .with("method", node.method())
                .with("shorthand", node.shorthand())
                .with("computed", node.computed())
                .with("key", node(node.key()))
                .with(
                        "value",
                        node.method() || node.kind() != PropertyKind.INIT
                                ? method(node.value())
                                : node(node.value()))
                .with(
                        "kind",
                        switch (node.kind()) {
                            case INIT -> "init";
                            case GET -> "get";
                            case SET -> "set";
                        });
    }

    private static Fields metaProperty(MetaProperty node) {
        boolean newTarget = node.kind() == MetaProperty.Kind.NEW_TARGET;
        int start = node.start();
        int end = node.end();
        Identifier meta =
                newTarget
                        ? new Identifier(start, start + 3, "new")
                        : new Identifier(start, start + 6, "import");
        Identifier property =
                newTarget
                        ? new Identifier(end - 6, end, "target")
                        : new Identifier(end - 4, end, "meta");
        return fields(node)
                .with("meta", fields(meta).with("name", meta.name()))
                .with("property", fields(property).with("name", property.name()));
    }

    private Fields importExpression(ImportExpression node) {
        Fields fields =
                fields(node)
                        .with("source", node(node.source()))
                        .with("options", nullable(node.options()));
        return node.phase() == ImportPhase.EVALUATION
                ? fields
                : fields.with("phase", phase(node.phase()));
    }

    private static String phase(ImportPhase phase) {
        return phase == ImportPhase.DEFER ? "defer" : "source";
    }

    // ---- functions and classes

    private Fields functionExpression(FunctionNode node) {
        return node.kind().isArrow()
                ? function("ArrowFunctionExpression", node, node)
                : function("FunctionExpression", node, node);
    }

    /** The function of a method: in ESTree it begins with its parameters. */
    private Fields method(Expression value) {
        Fields fields = node(value);
        if (value instanceof FunctionNode function && function.kind() != FunctionKind.NORMAL) {
            fields.put("start", function.scope().position());
        }
        return fields;
    }

    private Fields function(String type, Node extent, FunctionNode node) {
        return fields(type, extent)
                .with("id", nullable(node.id()))
                .with("expression", node.body() instanceof Expression)
                .with("generator", node.generator())
                .with("async", node.async())
                .with("params", list(node.parameters()))
                .with("body", node(node.body()));
    }

    private Fields classNode(String type, Node extent, ClassNode node) {
        return fields(type, extent)
                .with("id", nullable(node.id()))
                .with("superClass", nullable(node.superClass()))
                .with("body", fields("ClassBody", node).with("body", list(node.elements())));
    }

    private Fields classElement(ClassElement node) {
        return switch (node) {
            case MethodDefinition n ->
                    fields(n)
                            .with("static", n.isStatic())
                            .with("computed", n.computed())
                            .with("key", node(n.key()))
                            .with(
                                    "kind",
                                    switch (n.kind()) {
                                        case CONSTRUCTOR -> "constructor";
                                        case METHOD -> "method";
                                        case GET -> "get";
                                        case SET -> "set";
                                    })
                            .with("value", method(n.value()));
            case PropertyDefinition n ->
                    fields(n)
                            .with("static", n.isStatic())
                            .with("computed", n.computed())
                            .with("key", node(n.key()))
                            .with("value", nullable(n.value()));
            case StaticBlock n -> fields(n).with("body", list(n.body()));
        };
    }

    // ---- patterns and modules

    private Fields pattern(Pattern node) {
        return switch (node) {
            case Identifier n -> expression(n);
            case MemberExpression n -> expression(n);
            case CallExpression n -> expression(n);
            case ArrayPattern n -> fields(n).with("elements", list(n.elements()));
            case ObjectPattern n -> fields(n).with("properties", list(n.members()));
            case AssignmentPattern n ->
                    fields(n).with("left", node(n.left())).with("right", node(n.right()));
            case RestElement n -> fields(n).with("argument", node(n.argument()));
        };
    }

    private Fields importDeclaration(ImportDeclaration node) {
        Fields fields =
                fields(node)
                        .with("specifiers", list(node.specifiers()))
                        .with("source", node(node.source()))
                        .with("attributes", list(node.attributes()));
        return node.phase() == ImportPhase.EVALUATION
                ? fields
                : fields.with("phase", phase(node.phase()));
    }

    private Fields importSpecifier(ImportSpecifier node) {
        return switch (node.kind()) {
            case DEFAULT ->
                    fields("ImportDefaultSpecifier", node).with("local", node(node.local()));
            case NAMESPACE ->
                    fields("ImportNamespaceSpecifier", node).with("local", node(node.local()));
            case NAMED ->
                    fields(node)
                            .with("imported", nullable(node.imported()))
                            .with("local", node(node.local()));
        };
    }
}
