package dev.jsj.node.bindings;

import dev.jsj.node.bindings.Arguments.Bytes;
import dev.jsj.node.net.ByteStream;
import dev.jsj.node.runtime.NodeRuntime;
import dev.jsj.node.tls.TlsContext;
import dev.jsj.node.tls.TlsStream;
import dev.jsj.runtime.object.JSObject;
import dev.jsj.runtime.realm.Realm;
import dev.jsj.runtime.value.Null;
import dev.jsj.runtime.value.Undefined;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;

/** {@code tls}: contexts, and streams over other streams. Failures are answered as texts. */
final class TlsBinding extends BindingTable {
    private static final int CREATE_CONTEXT = 0;
    private static final int ADD_KEY = 1;
    private static final int ADD_STORE = 2;
    private static final int ADD_AUTHORITIES = 3;
    private static final int WRAP = 4;
    private static final int START = 5;
    private static final int PROTOCOL = 6;
    private static final int CIPHER = 7;
    private static final int ALPN = 8;
    private static final int PROBLEM = 9;
    private static final int PEER_CERTIFICATES = 10;
    private static final int OWN_CERTIFICATES = 11;
    private static final int SERVER_NAME = 12;

    static final TlsBinding TABLE = new TlsBinding();

    private TlsBinding() {
        method(CREATE_CONTEXT, "createContext", 2);
        method(ADD_KEY, "addKey", 4);
        method(ADD_STORE, "addStore", 3);
        method(ADD_AUTHORITIES, "addAuthorities", 2);
        method(WRAP, "wrap", 8);
        method(START, "start", 1);
        method(PROTOCOL, "protocol", 1);
        method(CIPHER, "cipher", 1);
        method(ALPN, "alpnProtocol", 1);
        method(PROBLEM, "problem", 3);
        method(PEER_CERTIFICATES, "peerCertificates", 1);
        method(OWN_CERTIFICATES, "ownCertificates", 1);
        method(SERVER_NAME, "serverName", 1);
    }

    @Override
    public Object call(
            int id, Realm realm, Object self, Object[] arguments, @Nullable JSObject newTarget) {
        try {
            return switch (id) {
                case CREATE_CONTEXT ->
                        new TlsObject(
                                realm,
                                new TlsContext(
                                        Arguments.string(arguments, 0),
                                        Arguments.string(arguments, 1)));
                case ADD_KEY -> {
                    context(arguments)
                            .addKey(
                                    Arguments.string(arguments, 1),
                                    Arguments.string(arguments, 2),
                                    Arguments.string(arguments, 3));
                    yield Undefined.UNDEFINED;
                }
                case ADD_STORE -> {
                    Bytes bytes = Arguments.bytes(arguments, 1);
                    byte[] store =
                            Arrays.copyOfRange(
                                    bytes.array(), bytes.offset(), bytes.offset() + bytes.length());
                    context(arguments).addStore(store, Arguments.string(arguments, 2));
                    yield Undefined.UNDEFINED;
                }
                case ADD_AUTHORITIES -> {
                    context(arguments).addAuthorities(Arguments.string(arguments, 1));
                    yield Undefined.UNDEFINED;
                }
                case WRAP -> wrap(NodeRuntime.of(realm), arguments);
                case START -> {
                    stream(arguments).start();
                    yield Undefined.UNDEFINED;
                }
                case PROTOCOL -> engine(arguments).getSession().getProtocol();
                case CIPHER -> engine(arguments).getSession().getCipherSuite();
                case ALPN -> String.valueOf(engine(arguments).getApplicationProtocol());
                case PROBLEM -> problem(arguments);
                case PEER_CERTIFICATES -> certificates(realm, peer(engine(arguments)));
                case OWN_CERTIFICATES -> certificates(realm, context(arguments).ownCertificates());
                case SERVER_NAME -> serverName(engine(arguments));
                default -> throw new AssertionError("No row " + id);
            };
        } catch (GeneralSecurityException failure) {
            return String.valueOf(failure.getMessage());
        }
    }

    private static TlsContext context(Object[] arguments) {
        return Arguments.handle(arguments, 0, TlsObject.class).context;
    }

    private static TlsStream stream(Object[] arguments) {
        return (TlsStream) Arguments.handle(arguments, 0, StreamObject.class).stream;
    }

    private static SSLEngine engine(Object[] arguments) {
        return stream(arguments).engine();
    }

    /**
     * (stream, context, is server, server name or "", ALPN protocols, ask for a certificate 0-2,
     * onSecure, onFailure(text)): the encrypted stream's readable side.
     */
    private static Object wrap(NodeRuntime runtime, Object[] arguments)
            throws GeneralSecurityException {
        ByteStream transport = Arguments.handle(arguments, 0, StreamObject.class).stream;
        boolean server = Arguments.truth(arguments, 2);
        String host = Arguments.string(arguments, 3);
        SSLEngine engine =
                Arguments.handle(arguments, 1, TlsObject.class)
                        .context
                        .engine(!server, host.isEmpty() ? null : host, 0);
        SSLParameters parameters = engine.getSSLParameters();
        if (!server && !host.isEmpty()) {
            parameters.setServerNames(List.of(new SNIHostName(host)));
        }
        List<String> protocols = Arguments.strings(arguments[4]);
        if (!protocols.isEmpty()) {
            parameters.setApplicationProtocols(protocols.toArray(new String[0]));
        }
        if (server && Arguments.integer(arguments, 5) > 0) {
            parameters.setWantClientAuth(true);
        }
        engine.setSSLParameters(parameters);
        JSObject onSecure = (JSObject) arguments[6];
        JSObject onFailure = (JSObject) arguments[7];
        TlsStream.Events events =
                new TlsStream.Events() {
                    @Override
                    public void onSecure() {
                        onSecure.call0(Undefined.UNDEFINED);
                    }

                    @Override
                    public void onTlsFailure(SSLException failure) {
                        onFailure.call1(Undefined.UNDEFINED, String.valueOf(failure.getMessage()));
                    }
                };
        return new StreamObject(runtime, new TlsStream(transport, engine, events));
    }

    /** (stream, context, is the other side a server): OpenSSL's code, null, or undefined. */
    private static Object problem(Object[] arguments) {
        X509Certificate[] chain = peer(engine(arguments));
        if (chain.length == 0) {
            return Undefined.UNDEFINED;
        }
        String code =
                Arguments.handle(arguments, 1, TlsObject.class)
                        .context
                        .problem(chain, Arguments.truth(arguments, 2));
        return code == null ? Null.NULL : code;
    }

    private static X509Certificate[] peer(SSLEngine engine) {
        try {
            Certificate[] chain = engine.getSession().getPeerCertificates();
            return Arrays.copyOf(chain, chain.length, X509Certificate[].class);
        } catch (SSLPeerUnverifiedException none) {
            return new X509Certificate[0];
        }
    }

    private static Object serverName(SSLEngine engine) {
        if (engine.getSession() instanceof javax.net.ssl.ExtendedSSLSession session) {
            for (javax.net.ssl.SNIServerName name : session.getRequestedServerNames()) {
                if (name instanceof SNIHostName host) {
                    return host.getAsciiName();
                }
            }
        }
        return false;
    }

    /** [raw, subject, issuer, names, from, to, serial] for each certificate. */
    private static Object certificates(Realm realm, X509Certificate[] chain)
            throws CertificateException {
        Object[] described = new Object[chain.length];
        for (int i = 0; i < chain.length; i++) {
            described[i] = describe(realm, chain[i]);
        }
        return realm.newArray(described);
    }

    private static Object describe(Realm realm, X509Certificate certificate)
            throws CertificateException {
        return realm.newArray(
                new Object[] {
                    Buffers.of(NodeRuntime.of(realm)).wrap(encoded(certificate)),
                    certificate.getSubjectX500Principal().getName("RFC1779"),
                    certificate.getIssuerX500Principal().getName("RFC1779"),
                    names(certificate.getSubjectAlternativeNames()),
                    (double) certificate.getNotBefore().getTime(),
                    (double) certificate.getNotAfter().getTime(),
                    certificate.getSerialNumber().toString(16).toUpperCase(java.util.Locale.ROOT),
                });
    }

    private static byte[] encoded(X509Certificate certificate) throws CertificateEncodingException {
        return certificate.getEncoded();
    }

    /** As OpenSSL lists them: {@code DNS:a, IP Address:1.2.3.4}. */
    private static String names(@Nullable Collection<List<?>> names) {
        StringBuilder text = new StringBuilder();
        if (names != null) {
            for (List<?> name : names) {
                String kind =
                        switch ((Integer) name.get(0)) {
                            case 1 -> "email:";
                            case 2 -> "DNS:";
                            case 6 -> "URI:";
                            case 7 -> "IP Address:";
                            default -> "";
                        };
                if (!kind.isEmpty()) {
                    text.append(text.isEmpty() ? "" : ", ").append(kind).append(name.get(1));
                }
            }
        }
        return text.toString();
    }
}
