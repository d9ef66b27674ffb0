package dev.jsj.parser.scope;

import dev.jsj.parser.lexer.Name;
import dev.jsj.parser.lexer.NameTable;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * Follows the parser through the scopes of a program and finds out which variables are captured.
 *
 * <p>All references lie on one stack, so those inside the innermost open scope are its topmost
 * part. When a scope is closed, those that mean one of its variables are resolved and dropped; the
 * others, each name once, simply stay and thereby belong to the scope around it. On the way out of
 * a function they are flagged as coming from inside.
 *
 * <p>Scopes closed within an open scope lie on a second stack, so that they can be given another
 * parent: the parameters of an arrow function are only recognized after they have been parsed, and
 * a block that turns out to declare nothing vanishes.
 */
public final class ScopeTracker {
    private static final byte INNER = 1;
    private static final byte ASSIGNED = 2;
    private static final byte ASSIGNED_AGAIN = 4;

    private final NameTable names;
    private final Name thisName;
    private final Name argumentsName;
    private final Name newTargetName;
    private final Name homeObjectName;
    private final Name activeFunctionName;

    private Name[] references = new Name[256];
    private byte[] flags = new byte[256];
    private int referenceCount;
    private Scope[] children = new Scope[64];
    private int childCount;
    private @Nullable Scope current;
    private int evals;

    /** A tracker for code inside of that scope, null for none. */
    public ScopeTracker(NameTable names, @Nullable Scope outer) {
        this.names = names;
        this.current = outer;
        this.thisName = names.find("this");
        this.argumentsName = names.find("arguments");
        this.newTargetName = names.find("new.target");
        this.homeObjectName = names.find("super");
        this.activeFunctionName = names.find("super()");
    }

    /** The innermost open scope. */
    public Scope current() {
        assert current != null;
        return current;
    }

    // ---- references

    /** Notes that the name is used here. */
    public void reference(Name name) {
        push(name, (byte) 0);
    }

    /**
     * Notes that the name is assigned to here.
     *
     * @param inLoop whether the running function may come here more than once
     */
    public void assignment(Name name, boolean inLoop) {
        push(name, inLoop ? (byte) (ASSIGNED | ASSIGNED_AGAIN) : ASSIGNED);
    }

    /**
     * Notes that a var declaration gives a value to a variable it has declared.
     *
     * @param inLoop whether the running function may come here more than once
     */
    public void varInitialized(String name, boolean inLoop) {
        Variable variable = current().declarationScope().lookupLocal(name);
        assert variable != null : "It has just been declared.";
        variable.write(inLoop);
    }

    /** Notes a use of {@code this}. */
    public void referenceThis() {
        push(thisName, (byte) 0);
    }

    /** Notes a use of {@code new.target}. */
    public void referenceNewTarget() {
        push(newTargetName, (byte) 0);
    }

    /** Notes a property of {@code super}. */
    public void referenceSuperProperty() {
        push(thisName, (byte) 0);
        push(homeObjectName, (byte) 0);
    }

    /** Notes a call of {@code super}. */
    public void referenceSuperCall() {
        push(thisName, (byte) 0);
        push(newTargetName, (byte) 0);
        push(activeFunctionName, (byte) 0);
    }

    /** Notes a direct eval. */
    public void directEval(boolean strict) {
        evals++;
        current().containsDirectEval = true;
        if (!strict) {
            current().declarationScope().callsSloppyEval = true;
        }
    }

    /**
     * Notes that the variables of a scope, from that index on, are initialized here, at that
     * offset.
     */
    public void initialized(Scope scope, int firstVariable, int position) {
        for (int i = firstVariable, n = scope.variableCount(); i < n; i++) {
            Variable variable = scope.variable(i);
            variable.initializedFrom = position;
            variable.referencesBefore = referenceCount;
        }
    }

    /** Notes all that a function that has been pre-parsed uses from here. */
    private void referenceAll(PreparsedFunction function) {
        Name[] outer = function.outerNames();
        for (int i = 0; i < outer.length; i++) {
            push(
                    outer[i],
                    i < function.assignedNames()
                            ? (byte) (INNER | ASSIGNED | ASSIGNED_AGAIN)
                            : INNER);
        }
        if (function.containsDirectEval()) {
            evals++;
            current().containsDirectEval = true;
        }
    }

    private void push(Name name, byte flag) {
        if (referenceCount == references.length) {
            references = Arrays.copyOf(references, referenceCount * 2);
            flags = Arrays.copyOf(flags, referenceCount * 2);
        }
        references[referenceCount] = name;
        flags[referenceCount++] = flag;
    }

    // ---- opening

    /** Opens a scope that takes no var declarations. */
    public Scope open(ScopeKind kind, int position) {
        Scope scope = new Scope(kind, current, position);
        enter(scope);
        scope.containsWith = kind == ScopeKind.WITH;
        return scope;
    }

    /** Opens the scope of a program, function body or static block. */
    public DeclarationScope openDeclarations(
            ScopeKind kind, FunctionKind functionKind, boolean strict, int position) {
        DeclarationScope scope =
                new DeclarationScope(kind, functionKind, strict, current, position);
        enter(scope);
        return scope;
    }

    /** Opens the scope of a function. */
    public DeclarationScope openFunction(FunctionKind kind, boolean strict, int position) {
        return openDeclarations(ScopeKind.FUNCTION, kind, strict, position);
    }

    /**
     * Where the references, scopes and evals of what may become the parameters of an arrow function
     * begin.
     */
    public record Mark(int references, int children, int evals) {}

    /** A mark at this point. */
    public Mark mark() {
        return new Mark(referenceCount, childCount, evals);
    }

    /** Opens the scope of an arrow function whose parameters began at the mark. */
    public DeclarationScope openArrow(Mark mark, boolean strict, int position) {
        Scope outer = current();
        DeclarationScope scope = openFunction(FunctionKind.ARROW, strict, position);
        scope.referenceStart = mark.references;
        scope.childStart = mark.children;
        moveChildren(outer, mark.children, scope);
        if (evals != mark.evals) {
            scope.containsDirectEval = true;
            scope.callsSloppyEval = !strict;
        }
        return scope;
    }

    /** Opens once more the scope of the initializers of a class. */
    public void reopen(DeclarationScope scope) {
        enter(scope);
    }

    private void enter(Scope scope) {
        scope.referenceStart = referenceCount;
        scope.childStart = childCount;
        current = scope;
    }

    // ---- closing

    /** Closes the current scope; null if it was a block or the like that declares nothing. */
    public @Nullable Scope close() {
        Scope scope = current();
        if (scope instanceof DeclarationScope declarations) {
            Declarations.hoistBlockFunctions(declarations);
        } else if (scope.variableCount() == 0
                && scope.kind() != ScopeKind.CLASS
                && scope.kind() != ScopeKind.WITH) {
            moveChildren(scope, scope.childStart, scope.parent());
            leave(scope);
            return null;
        }
        resolve(scope, false, null);
        if (scope.kind() == ScopeKind.FUNCTION_BODY
                && scope.lookupLocal(argumentsName.text()) instanceof Variable variable
                && variable.kind == VariableKind.VAR) {
            reference(argumentsName); // its initial value
        }
        childCount = scope.childStart;
        pushChild(scope);
        leave(scope);
        return scope;
    }

    /**
     * Closes the current scope, that of a function.
     *
     * @param ownName the name of a function expression, else null
     */
    public void closeFunction(@Nullable Name ownName) {
        DeclarationScope scope = (DeclarationScope) current();
        Declarations.hoistBlockFunctions(scope);
        declareArgumentsObject(scope);
        if (scope.containsDirectEval) {
            declareForEval(scope, ownName);
        }
        resolve(scope, true, ownName);
        for (int i = scope.referenceStart; i < referenceCount; i++) {
            flags[i] |= (flags[i] & ASSIGNED) != 0 ? (byte) (INNER | ASSIGNED_AGAIN) : INNER;
        }
        childCount = scope.childStart;
        pushChild(scope);
        leave(scope);
    }

    private void leave(Scope scope) {
        Scope parent = scope.parent();
        if (scope.containsDirectEval && parent != null) {
            parent.containsDirectEval = true;
        }
        if (scope.containsWith && parent != null && scope.kind() != ScopeKind.FUNCTION) {
            parent.containsWith = true;
        }
        current = parent;
    }

    private void moveChildren(Scope from, int first, @Nullable Scope to) {
        for (int i = first; i < childCount; i++) {
            if (children[i].parent() == from) {
                children[i].setParent(to);
            }
        }
    }

    private void pushChild(Scope scope) {
        if (childCount == children.length) {
            children = Arrays.copyOf(children, childCount * 2);
        }
        children[childCount++] = scope;
    }

    private void resolve(Scope scope, boolean function, @Nullable Name ownName) {
        boolean receiver = function && !((DeclarationScope) scope).functionKind().isArrow();
        for (int i = 0, n = scope.variableCount(); i < n; i++) {
            Variable variable = scope.variable(i);
            variable.symbol.binding = variable;
            if (scope.containsDirectEval) {
                variable.captured = true;
                variable.assigned = true;
                variable.write(true);
            } else if (scope.containsWith) {
                variable.captured = true; // found by name at run time
            }
        }
        int mark = names.nextMark();
        int kept = scope.referenceStart;
        for (int i = kept, n = referenceCount; i < n; i++) {
            Name name = references[i];
            byte flag = flags[i];
            Variable variable = (Variable) name.binding;
            if (variable == null && function) {
                variable = implicitVariable((DeclarationScope) scope, receiver, name, ownName);
            }
            if (variable != null) {
                variable.captured |= (flag & INNER) != 0;
                if ((flag & ASSIGNED) != 0) {
                    variable.assigned = true;
                    variable.write((flag & ASSIGNED_AGAIN) != 0);
                }
                variable.referencedEarly |= i < variable.referencesBefore;
            } else if (name.mark == mark) {
                boolean twice = (flags[name.markIndex] & flag & ASSIGNED) != 0;
                flags[name.markIndex] |= twice ? (byte) (flag | ASSIGNED_AGAIN) : flag;
            } else {
                name.mark = mark;
                name.markIndex = kept;
                references[kept] = name;
                flags[kept++] = flag;
            }
        }
        referenceCount = kept;
        for (int i = 0, n = scope.variableCount(); i < n; i++) {
            scope.variable(i).symbol.binding = null;
        }
    }

    // ---- implicit variables of functions

    /**
     * Declares {@code this}, {@code arguments}, the function's own name and so on when first seen
     * to be used.
     */
    private @Nullable Variable implicitVariable(
            DeclarationScope scope, boolean receiver, Name name, @Nullable Name ownName) {
        if (!receiver) {
            return null;
        }
        if (name == thisName) {
            scope.usesThis = true;
            return declareImplicit(scope, name, VariableKind.THIS);
        }
        if (name == argumentsName && scope.functionKind() != FunctionKind.CLASS_INITIALIZER) {
            scope.usesArguments = true;
            return declareImplicit(scope, name, VariableKind.ARGUMENTS);
        }
        if (name == ownName) {
            return declareImplicit(scope, name, VariableKind.FUNCTION_NAME);
        }
        if (name == newTargetName) {
            scope.usesNewTarget = true;
            return declareImplicit(scope, name, VariableKind.NEW_TARGET);
        }
        if (name == homeObjectName) {
            scope.usesSuperProperty = true;
            return declareImplicit(scope, name, VariableKind.HOME_OBJECT);
        }
        if (name == activeFunctionName) {
            scope.usesSuperCall = true;
            return declareImplicit(scope, name, VariableKind.ACTIVE_FUNCTION);
        }
        return null;
    }

    private static Variable declareImplicit(DeclarationScope scope, Name name, VariableKind kind) {
        Variable variable = new Variable(name, kind, scope, scope.position);
        variable.captured = scope.containsWith;
        scope.add(variable);
        name.binding = variable;
        return variable;
    }

    /** A var named arguments in a function still begins as the arguments object (10.2.11). */
    private void declareArgumentsObject(DeclarationScope scope) {
        if (scope.functionKind().isArrow()
                || scope.functionKind() == FunctionKind.CLASS_INITIALIZER) {
            return;
        }
        Variable variable = scope.lookupLocal(argumentsName.text());
        if (variable != null && variable.kind == VariableKind.VAR) {
            variable.kind = VariableKind.ARGUMENTS;
            scope.usesArguments = true;
        }
    }

    /** Eval code may use anything. */
    private void declareForEval(DeclarationScope scope, @Nullable Name ownName) {
        if (scope.functionKind().isArrow()) {
            return;
        }
        int first = referenceCount;
        if (ownName != null) {
            reference(ownName);
        }
        reference(thisName);
        reference(newTargetName);
        if (scope.functionKind() != FunctionKind.CLASS_INITIALIZER) {
            reference(argumentsName);
        }
        if (scope.functionKind().hasHomeObject()) {
            reference(homeObjectName);
        }
        if (scope.functionKind() == FunctionKind.DERIVED_CONSTRUCTOR) {
            reference(activeFunctionName);
        }
        for (int i = first; i < referenceCount; i++) {
            flags[i] |= INNER;
        }
    }

    // ---- pre-parsed functions

    /**
     * Sums up the function whose scope has just been closed and forgets its variables.
     *
     * @param key see {@link PreparsedFunction#key}
     */
    public PreparsedFunction summarize(
            DeclarationScope scope,
            int key,
            int end,
            int length,
            boolean bindsOwnName,
            PreparsedFunction[] inner) {
        int first = scope.referenceStart;
        int count = referenceCount - first;
        Name[] outer = new Name[count];
        int assigned = 0;
        int plain = count;
        for (int i = first; i < referenceCount; i++) {
            if ((flags[i] & ASSIGNED) != 0) {
                outer[assigned++] = references[i];
            } else {
                outer[--plain] = references[i];
            }
        }
        scope.clear();
        return new PreparsedFunction(key, end, length, bindsOwnName, scope, outer, assigned, inner);
    }

    /**
     * Steps over a function that has been pre-parsed: the scope is merely a handle on its flags and
     * parent.
     */
    public DeclarationScope stepOver(PreparsedFunction function, FunctionKind kind, int position) {
        referenceAll(function);
        DeclarationScope scope =
                new DeclarationScope(
                        ScopeKind.FUNCTION, kind, function.strict(), current, position);
        scope.usesSuperProperty = function.usesSuperProperty();
        pushChild(scope);
        return scope;
    }

    /** Takes back the last reference: it was a label. */
    public void dropLastReference() {
        referenceCount--;
    }

    // ---- flags of functions

    /** Makes the code of the scope strict, on account of a directive. */
    public void makeStrict(DeclarationScope scope) {
        scope.strict = true;
    }

    /**
     * Notes that the parameters are not all plain identifiers, or that there are expressions in
     * them.
     */
    public void noteParameters(DeclarationScope scope, boolean simple, boolean expressions) {
        scope.simpleParameters = simple;
        scope.parameterExpressions = expressions;
    }
}
