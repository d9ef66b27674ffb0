package dev.jsj.node.bindings;

import dev.jsj.interp.modules.ModuleRecord;
import dev.jsj.interp.modules.ModuleRequest;
import dev.jsj.interp.modules.SourceTextModule;
import dev.jsj.interp.modules.SyntheticModule;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.vm.Contexts;
import dev.jsj.node.vm.ImportReferrer;
import dev.jsj.node.vm.VmModule;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.operations.ObjectOperations;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** {@code vm_modules}: the module records behind {@code vm.Module}. */
final class VmModulesBinding extends BindingTable {
    private static final String[] NAMES = {
        "createSource",
        "createSynthetic",
        "requests",
        "resolve",
        "instantiate",
        "evaluate",
        "status",
        "error",
        "namespace",
        "setExport",
    };

    static final VmModulesBinding TABLE = new VmModulesBinding();

    private VmModulesBinding() {
        for (int id = 0; id < NAMES.length; id++) {
            method(id, NAMES[id], 0);
        }
    }

    /** A module as a value that JavaScript can hold on to. */
    private static final class ModuleObject extends JSObject {
        final VmModule module;

        ModuleObject(Realm realm, VmModule module) {
            super(realm.agent().root(null));
            this.module = module;
        }
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        NodeRuntime runtime = NodeRuntime.of(realm);
        return switch (NAMES[id]) {
            case "createSource" -> createSource(runtime, arguments);
            case "createSynthetic" -> createSynthetic(runtime, arguments);
            case "requests" -> requests(runtime, arguments);
            case "resolve" -> {
                resolve(arguments);
                yield Undefined.UNDEFINED;
            }
            case "instantiate" -> {
                module(arguments).record().link();
                yield Undefined.UNDEFINED;
            }
            case "evaluate" -> evaluate(runtime, arguments);
            case "status" -> module(arguments).status().ordinal();
            case "error" -> {
                Object error = module(arguments).error();
                yield error == null ? Undefined.UNDEFINED : error;
            }
            case "namespace" -> module(arguments).record().namespace();
            case "setExport" -> {
                if (module(arguments).record() instanceof SyntheticModule synthetic) {
                    synthetic.setExport(Arguments.string(arguments, 1), arguments[2]);
                }
                yield Undefined.UNDEFINED;
            }
            default -> throw new AssertionError("No row " + id);
        };
    }

    private static VmModule module(Object[] arguments) {
        return Arguments.handle(arguments, 0, ModuleObject.class).module;
    }

    private static Realm realmOf(NodeRuntime runtime, Object context) {
        return runtime.part(Contexts.class, Contexts::new).realmOf(context);
    }

    /** (source, identifier, line offset, context, importer, initialize import.meta). */
    private static Object createSource(NodeRuntime runtime, Object[] arguments) {
        String identifier = Arguments.string(arguments, 1);
        JSObject importer = Arguments.function(arguments, 4);
        SourceTextModule record =
                runtime.compiler()
                        .compileModule(
                                realmOf(runtime, arguments[3]),
                                VmBinding.offset(Arguments.string(arguments, 0), arguments, 2),
                                identifier,
                                importer == null
                                        ? identifier
                                        : new ImportReferrer(identifier, importer));
        return new ModuleObject(
                runtime.realm(), new VmModule(record, Arguments.function(arguments, 5)));
    }

    /** (export names, evaluation steps, context). */
    private static Object createSynthetic(NodeRuntime runtime, Object[] arguments) {
        List<String> names = Arguments.strings(arguments[0]);
        JSObject steps = (JSObject) arguments[1];
        ModuleRecord record =
                new SyntheticModule(
                        realmOf(runtime, arguments[2]),
                        names,
                        module -> steps.call0(Undefined.UNDEFINED));
        return new ModuleObject(runtime.realm(), new VmModule(record, null));
    }

    /** Specifier and attributes of each request in turn. */
    private static Object requests(NodeRuntime runtime, Object[] arguments) {
        if (!(module(arguments).record() instanceof SourceTextModule record)) {
            return runtime.realm().newArray(new Object[0]);
        }
        List<ModuleRequest> requests = record.requests();
        Object[] flat = new Object[2 * requests.size()];
        for (int i = 0; i < requests.size(); i++) {
            flat[2 * i] = requests.get(i).specifier();
            flat[2 * i + 1] = ImportReferrer.attributes(runtime, requests.get(i));
        }
        return runtime.realm().newArray(flat);
    }

    /** (module, the modules for its requests). */
    private static void resolve(Object[] arguments) {
        VmModule module = module(arguments);
        if (!(module.record() instanceof SourceTextModule record)) {
            return;
        }
        List<ModuleRequest> requests = record.requests();
        Object[] found = ObjectOperations.createListFromArrayLike(arguments[1]);
        for (int i = 0; i < requests.size(); i++) {
            VmModule dependency = Arguments.handle(found, i, ModuleObject.class).module;
            module.addDependency(requests.get(i), dependency.record());
        }
    }

    /** (module, timeout, negative for none): a promise, or the mark of a timeout. */
    private static Object evaluate(NodeRuntime runtime, Object[] arguments) {
        ModuleRecord record = module(arguments).record();
        long timeout = Arguments.longInteger(arguments, 1);
        return timeout < 0
                ? record.evaluate()
                : VmBinding.runWithTimeout(runtime, record::evaluate, timeout);
    }
}
