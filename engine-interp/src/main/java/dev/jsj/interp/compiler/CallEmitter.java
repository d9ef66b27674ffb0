package dev.jsj.interp.compiler;

import dev.jsj.interp.bytecode.EvalSite;
import dev.jsj.interp.bytecode.Label;
import dev.jsj.interp.bytecode.Op;
import dev.jsj.interp.bytecode.TemplateLiteralSite;
import dev.jsj.parser.ast.*;

import java.util.ArrayList;
import java.util.List;

/** Calls of all kinds: functions, methods, super(), eval, new, tagged templates. */
final class CallEmitter {

    private static final Op[] CALLS = {Op.CALL0, Op.CALL1, Op.CALL2, Op.CALL3};
    private static final Op[] METHOD_CALLS = {
        Op.CALL_METHOD0, Op.CALL_METHOD1, Op.CALL_METHOD2, Op.CALL_METHOD3
    };

    private final FunctionCompiler f;

    CallEmitter(FunctionCompiler f) {
        this.f = f;
    }

    /** Registers with a function to call and its this value, NONE for undefined. */
    private record Callee(int function, int self) {}

    // ---------------------------------------------------------------- calls

    /** dst = the result of the call. */
    void call(CallExpression e, int dst) {
        if (e.callee() instanceof Super) {
            superCall(e, dst);
            return;
        }
        Callee callee = callee(e.callee(), e.arguments());
        if (e.optional()) {
            f.expressions.leaveChainIfNullish(callee.function);
        }
        if (e.isPossibleDirectEval()) {
            evalCall(e, callee, dst);
        } else {
            emitCall(callee, e.arguments(), dst, callPosition(e));
        }
    }

    /** Evaluates what is called; what its reference says becomes this. */
    private Callee callee(Expression e, List<Expression> arguments) {
        switch (e) {
            case MemberExpression member -> {
                return methodCallee(member, arguments);
            }
            case ChainExpression chain
                    when chain.expression() instanceof MemberExpression member -> {
                return chainCallee(member, arguments);
            }
            case Identifier id when f.variables.resolve(id.name()) instanceof Location.Dynamic -> {
                int pair = f.registers.temporaries(2);
                f.at(id);
                f.code.emit(Op.GET_NAME_FOR_CALL, pair, f.code.constant(id.name()));
                return new Callee(pair, pair + 1);
            }
            default -> {
                return new Callee(f.expressions.operand(e, arguments), FunctionCompiler.NONE);
            }
        }
    }

    private Callee methodCallee(MemberExpression member, List<Expression> arguments) {
        int function = f.registers.temporary();
        if (member.object() instanceof Super) {
            PropertyEmitter.Reference reference = f.properties.reference(member, null);
            f.properties.get(reference, function);
            return new Callee(function, reference.self());
        }
        List<Expression> later = new ArrayList<>(arguments);
        if (member.computed()) {
            later.add(member.property());
        }
        int object = f.expressions.operand(member.object(), later);
        if (member.optional()) {
            f.expressions.leaveChainIfNullish(object);
        }
        int mark = f.registers.mark();
        f.properties.get(f.properties.reference(member, object, null), function);
        f.registers.release(mark);
        return new Callee(function, object);
    }

    /** {@code (a?.b)(...)}: the chain ends before the call, but its object is this. */
    private Callee chainCallee(MemberExpression member, List<Expression> arguments) {
        int pair = f.registers.temporaries(2);
        int mark = f.registers.mark();
        Label missing = new Label();
        Label end = new Label();
        Label saved = f.expressions.enterChain(missing);
        Callee callee = methodCallee(member, arguments);
        f.expressions.leaveChain(saved);
        f.move(pair, callee.function);
        f.move(pair + 1, callee.self);
        f.jump(end);
        f.bind(missing);
        f.code.emit(Op.LOAD_UNDEFINED_RANGE, pair, 2);
        f.bind(end);
        f.registers.release(mark);
        return new Callee(pair, pair + 1);
    }

    private void emitCall(Callee callee, List<Expression> arguments, int dst, int position) {
        if (hasSpread(arguments)) {
            int array = argumentArray(arguments);
            f.at(position);
            f.code.emit(Op.CALL_SPREAD, dst, callee.function, self(callee), array);
            return;
        }
        int count = arguments.size();
        boolean isMethod = callee.self != FunctionCompiler.NONE;
        if (count > 3) {
            int first = consecutive(arguments);
            f.at(position);
            if (isMethod) {
                f.code.emit(Op.CALL_METHOD_N, dst, callee.function, callee.self, first, count);
            } else {
                f.code.emit(Op.CALL_N, dst, callee.function, first, count);
            }
            return;
        }
        int fixed = isMethod ? 3 : 2;
        int[] operands = new int[fixed + count];
        operands[0] = dst;
        operands[1] = callee.function;
        if (isMethod) {
            operands[2] = callee.self;
        }
        for (int i = 0; i < count; i++) {
            operands[fixed + i] =
                    f.expressions.operand(arguments.get(i), arguments.subList(i + 1, count));
        }
        f.at(position);
        f.code.emit(isMethod ? METHOD_CALLS[count] : CALLS[count], operands);
    }

    private int self(Callee callee) {
        if (callee.self != FunctionCompiler.NONE) {
            return callee.self;
        }
        int undefined = f.registers.temporary();
        f.loadUndefined(undefined);
        return undefined;
    }

    /** Where V8 reports a call: the last name before the arguments, else the parenthesis. */
    private int callPosition(CallExpression e) {
        return switch (e.callee()) {
            case Identifier id -> id.start();
            case MemberExpression member when !member.computed() -> member.property().start();
            default -> parenthesis(e);
        };
    }

    private int parenthesis(CallExpression e) {
        int end = e.arguments().isEmpty() ? e.end() : e.arguments().getFirst().start();
        return Positions.of(f.context.source().text(), "(", e.callee().end(), end, e.start());
    }

    // ---------------------------------------------------------------- arguments

    private static boolean hasSpread(List<Expression> arguments) {
        for (Expression argument : arguments) {
            if (argument instanceof SpreadElement) {
                return true;
            }
        }
        return false;
    }

    /** The first of consecutive registers with the values. */
    int consecutive(List<Expression> values) {
        int first = f.registers.temporaries(values.size());
        for (int i = 0; i < values.size(); i++) {
            f.expressions.into(values.get(i), first + i);
        }
        return first;
    }

    /** A register with an array of the arguments, spread. */
    private int argumentArray(List<Expression> arguments) {
        int array = f.registers.temporary();
        f.literals.elements(arguments, array);
        return array;
    }

    // ---------------------------------------------------------------- eval

    private void evalCall(CallExpression e, Callee callee, int dst) {
        int site = f.code.uniqueConstant(new EvalSite(f.scope, f.strict));
        if (hasSpread(e.arguments())) {
            int array = argumentArray(e.arguments());
            f.at(callPosition(e));
            f.code.emit(Op.CALL_EVAL_SPREAD, dst, callee.function, array, site);
        } else {
            int first = consecutive(e.arguments());
            f.at(callPosition(e));
            f.code.emit(Op.CALL_EVAL, dst, callee.function, first, e.arguments().size(), site);
        }
    }

    // ---------------------------------------------------------------- super(...)

    /** 13.3.7.1 SuperCall. */
    private void superCall(CallExpression e, int dst) {
        int function = f.variables.registerRaw("super()");
        int constructor = f.registers.temporary();
        f.code.emit(Op.GET_SUPER_CONSTRUCTOR, constructor, function);
        int newTarget = f.variables.registerRaw("new.target");
        int result = f.registers.temporary();
        if (hasSpread(e.arguments())) {
            int array = argumentArray(e.arguments());
            f.at(e);
            f.code.emit(Op.SUPER_CALL_SPREAD, result, constructor, newTarget, array);
        } else {
            int first = consecutive(e.arguments());
            f.at(e);
            f.code.emit(Op.SUPER_CALL, result, constructor, newTarget, first, e.arguments().size());
        }
        bindThis(result, function, e.start());
        f.move(dst, result);
    }

    /** 9.1.1.3.1 BindThisValue, then the fields and private methods of the instance. */
    void bindThis(int value, int function, int position) {
        int mark = f.registers.mark();
        f.at(position);
        f.code.emit(Op.CHECK_THIS_UNBOUND, f.variables.registerRaw("this"));
        f.variables.initialize("this", value);
        f.code.emit(Op.INITIALIZE_INSTANCE, value, function);
        f.registers.release(mark);
    }

    // ---------------------------------------------------------------- new, tagged templates

    /** dst = new callee(arguments). */
    void construct(NewExpression e, int dst) {
        int callee = f.expressions.operand(e.callee(), e.arguments());
        if (hasSpread(e.arguments())) {
            int array = argumentArray(e.arguments());
            f.at(e);
            f.code.emit(Op.CONSTRUCT_SPREAD, dst, callee, array);
        } else {
            int first = consecutive(e.arguments());
            f.at(e);
            f.code.emit(Op.CONSTRUCT, dst, callee, first, e.arguments().size());
        }
    }

    /** dst = tag(template object, ...expressions). */
    void taggedTemplate(TaggedTemplateExpression e, int dst) {
        List<Expression> substitutions = e.quasi().expressions();
        Callee callee = callee(e.tag(), substitutions);
        int count = 1 + substitutions.size();
        int first = f.registers.temporaries(count);
        f.code.emit(Op.GET_TEMPLATE_OBJECT, first, f.code.uniqueConstant(templateSite(e.quasi())));
        for (int i = 1; i < count; i++) {
            f.expressions.into(substitutions.get(i - 1), first + i);
        }
        f.at(e);
        if (callee.self == FunctionCompiler.NONE) {
            f.code.emit(Op.CALL_N, dst, callee.function, first, count);
        } else {
            f.code.emit(Op.CALL_METHOD_N, dst, callee.function, callee.self, first, count);
        }
    }

    private static TemplateLiteralSite templateSite(TemplateLiteral template) {
        int count = template.quasis().size();
        String[] cooked = new String[count];
        List<String> raw = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cooked[i] = template.quasis().get(i).cooked();
            raw.add(template.quasis().get(i).raw());
        }
        return new TemplateLiteralSite(cooked, List.copyOf(raw));
    }
}
