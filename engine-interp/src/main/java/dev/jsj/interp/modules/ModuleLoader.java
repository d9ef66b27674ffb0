package dev.jsj.interp.modules;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Errors;

import org.jspecify.annotations.Nullable;

/** What modules need from the host (16.2.1.10, 16.2.1.13). */
public interface ModuleLoader {
    /** A host without modules. */
    ModuleLoader NONE = new NoModules();

    /** Finds nothing. */
    final class NoModules implements ModuleLoader {
        private NoModules() {}

        @Override
        public ModuleRecord load(
                Realm realm,
                @Nullable ModuleRecord referrer,
                String scriptName,
                ModuleRequest request) {
            throw Errors.typeError("Cannot find module '" + request.specifier() + "'");
        }
    }

    /**
     * HostLoadImportedModule: finds and parses a module, or gives the record made for the same
     * request before.
     *
     * @param referrer the importing module; null for a script
     * @param scriptName the name of the importing script or module
     * @throws dev.jsj.runtime.value.JSThrow when there is no such module, or it has a syntax error
     */
    ModuleRecord load(
            Realm realm, @Nullable ModuleRecord referrer, String scriptName, ModuleRequest request);

    /**
     * Gives the host a first look at an import call.
     *
     * @param script the importing script or module: its name, or what the host knows it by
     * @return a promise for the namespace; null to load the module as {@link #load} does
     */
    default @Nullable JSObject importDynamically(
            Realm realm, Object script, ModuleRequest request) {
        return null;
    }

    /**
     * HostGetImportMetaProperties and HostFinalizeImportMeta: defines the properties of a new
     * import.meta object.
     */
    default void initializeImportMeta(SourceTextModule module, JSObject importMeta) {}
}
