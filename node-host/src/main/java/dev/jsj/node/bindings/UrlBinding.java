package dev.jsj.node.bindings;

import com.ibm.icu.text.IDNA;

import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Null;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Set;

/** {@code url}: internationalised domain names (UTS 46, non-transitional). */
final class UrlBinding extends BindingTable {
    private static final int DOMAIN_TO_ASCII = 0;
    private static final int DOMAIN_TO_UNICODE = 1;

    /** Rules that the URL standard leaves out (CheckHyphens, VerifyDnsLength). */
    private static final Set<IDNA.Error> IGNORED =
            EnumSet.of(
                    IDNA.Error.LEADING_HYPHEN,
                    IDNA.Error.TRAILING_HYPHEN,
                    IDNA.Error.HYPHEN_3_4,
                    IDNA.Error.EMPTY_LABEL,
                    IDNA.Error.LABEL_TOO_LONG,
                    IDNA.Error.DOMAIN_NAME_TOO_LONG);

    static final UrlBinding TABLE = new UrlBinding();

    private UrlBinding() {
        method(DOMAIN_TO_ASCII, "domainToASCII", 1);
        method(DOMAIN_TO_UNICODE, "domainToUnicode", 1);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        return switch (id) {
            case DOMAIN_TO_ASCII -> toAscii(Arguments.string(arguments, 0));
            case DOMAIN_TO_UNICODE -> toUnicode(Arguments.string(arguments, 0));
            default -> throw new AssertionError("No row " + id);
        };
    }

    private static IDNA idna() {
        return IDNA.getUTS46Instance(
                IDNA.CHECK_BIDI
                        | IDNA.CHECK_CONTEXTJ
                        | IDNA.NONTRANSITIONAL_TO_ASCII
                        | IDNA.NONTRANSITIONAL_TO_UNICODE);
    }

    /** The ASCII form, or null for what is no domain name. */
    private static Object toAscii(String domain) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder result = idna().nameToASCII(domain, new StringBuilder(), info);
        for (IDNA.Error error : info.getErrors()) {
            if (!IGNORED.contains(error)) {
                return Null.NULL;
            }
        }
        return result.isEmpty() ? Null.NULL : result.toString();
    }

    private static String toUnicode(String domain) {
        IDNA.Info info = new IDNA.Info();
        return idna().nameToUnicode(domain, new StringBuilder(), info).toString();
    }
}
