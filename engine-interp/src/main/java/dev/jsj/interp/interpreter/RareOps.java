package dev.jsj.interp.interpreter;

import static dev.jsj.interp.bytecode.Opcodes.*;

import dev.jsj.interp.bytecode.Op;
import dev.jsj.runtime.value.Errors;

/**
 * The ops that most code executes once or never, with their full semantics: classes, names that are
 * looked up, modules, disposal. See {@link SlowOps}.
 */
final class RareOps {
    private RareOps() {}

    /**
     * Executes the op at {@code pc}.
     *
     * @param next the pc behind it
     * @return the next pc
     */
    static int execute(Frame frame, int op, int pc, int next) {
        switch (op) {
            case CALL_EVAL -> EvalOps.callEval(frame, pc);
            case CALL_EVAL_SPREAD -> EvalOps.callEvalSpread(frame, pc);
            case RESOLVE_NAME -> NameOps.resolve(frame, pc);
            case GET_NAME -> NameOps.get(frame, pc);
            case GET_NAME_OR_UNDEFINED -> NameOps.getOrUndefined(frame, pc);
            case GET_NAME_FOR_CALL -> NameOps.getForCall(frame, pc);
            case GET_REFERENCE -> NameOps.getReference(frame, pc);
            case SET_REFERENCE -> NameOps.setReference(frame, pc);
            case DELETE_NAME -> NameOps.delete(frame, pc);
            case GET_GLOBAL_OR_UNDEFINED -> GlobalOps.getOrUndefined(frame, pc);
            case INITIALIZE_GLOBAL -> GlobalOps.initialize(frame, pc);
            case DECLARE_GLOBALS -> DeclarationOps.declareGlobals(frame, pc);
            case DECLARE_EVAL_VARIABLES -> DeclarationOps.declareEvalVariables(frame, pc);
            case SET_VARIABLE -> DeclarationOps.setVariable(frame, pc);
            case PUSH_WITH -> ScopeOps.pushWith(frame, pc);
            case CREATE_DISPOSE_STACK -> DisposeOps.createDisposeStack(frame, pc);
            case ADD_DISPOSABLE -> DisposeOps.addDisposable(frame, pc);
            case DISPOSE_RESOURCES -> DisposeOps.disposeResources(frame, pc);
            case DISPOSE_BEGIN -> DisposeOps.disposeBegin(frame, pc);
            case DISPOSE_STEP -> {
                return DisposeOps.disposeStep(frame, pc);
            }
            case DISPOSE_SETTLE -> DisposeOps.disposeSettle(frame, pc);
            case DISPOSE_END -> DisposeOps.disposeEnd(frame, pc);
            case GET_IMPORT -> ModuleOps.getImport(frame, pc);
            case IMPORT_META -> ModuleOps.importMeta(frame, pc);
            case IMPORT_CALL -> ModuleOps.importCall(frame, pc);
            case CREATE_CLASS -> ClassOps.createClass(frame, pc);
            case SET_CLASS_INITIALIZER -> ClassOps.setClassInitializer(frame, pc);
            case SET_FIELD_KEY -> ClassOps.setFieldKey(frame, pc);
            case GET_FIELD_KEY -> ClassOps.getFieldKey(frame, pc);
            case DEFINE_ELEMENT -> ClassOps.defineElement(frame, pc);
            case DEFINE_METHOD -> ClassOps.defineMethod(frame, pc);
            case DEFINE_GETTER -> ClassOps.defineGetter(frame, pc);
            case DEFINE_SETTER -> ClassOps.defineSetter(frame, pc);
            case SET_HOME_OBJECT -> ClassOps.setHomeObject(frame, pc);
            case SET_FUNCTION_NAME -> ClassOps.setFunctionName(frame, pc);
            case SET_LITERAL_PROTOTYPE -> ClassOps.setLiteralPrototype(frame, pc);
            case COPY_DATA_PROPERTIES -> ClassOps.copyDataProperties(frame, pc);
            case CREATE_PRIVATE_NAME -> PrivateOps.createPrivateName(frame, pc);
            case CREATE_PRIVATE_METHOD_NAME -> PrivateOps.createPrivateMethodName(frame, pc);
            case DEFINE_PRIVATE_METHOD -> PrivateOps.definePrivateMethod(frame, pc);
            case ADD_INSTANCE_PRIVATE_METHOD -> PrivateOps.addInstancePrivateMethod(frame, pc);
            case GET_TEMPLATE_OBJECT -> LiteralOps.templateObject(frame, pc);
            case CREATE_REGEXP -> LiteralOps.regExp(frame, pc);
            case DELETE_ELEMENT -> OperatorOps.deleteElement(frame, pc);
            case THROW_ERROR -> throw OperatorOps.throwError(frame, pc);
            case THROW_CONST_ASSIGNMENT ->
                    throw Errors.typeError("Assignment to constant variable.");
            case DEBUGGER -> {}
            case GET_SUPER_BASE -> PrivateOps.getSuperBase(frame, pc);
            case GET_SUPER_PROPERTY -> PrivateOps.getSuperProperty(frame, pc);
            case GET_SUPER_ELEMENT -> PrivateOps.getSuperElement(frame, pc);
            case SET_SUPER_PROPERTY -> PrivateOps.setSuperProperty(frame, pc);
            case SET_SUPER_ELEMENT -> PrivateOps.setSuperElement(frame, pc);
            case HAS_PRIVATE -> PrivateOps.hasPrivate(frame, pc);
            default -> throw new AssertionError("No code executes " + Op.of(op) + ".");
        }
        return next;
    }
}
