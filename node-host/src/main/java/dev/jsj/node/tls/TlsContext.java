package dev.jsj.node.tls;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Keys, certificates and authorities of one side of TLS. The handshake itself accepts every
 * certificate; {@link #problem} says afterwards what is wrong with one, so that the program can
 * decide.
 */
public final class TlsContext {
    private static final String[] VERSIONS = {"TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"};

    private final KeyStore keys;
    private final List<X509Certificate> authorities = new ArrayList<>();
    private final String[] protocols;
    private @Nullable X509TrustManager verifier;
    private @Nullable SSLContext context;
    private char[] password = {};

    public TlsContext(String minVersion, String maxVersion) throws GeneralSecurityException {
        List<String> enabled = new ArrayList<>();
        boolean on = false;
        for (String version : VERSIONS) {
            on |= version.equals(minVersion);
            if (on) {
                enabled.add(version);
            }
            on &= !version.equals(maxVersion);
        }
        protocols = enabled.toArray(new String[0]);
        keys = emptyStore();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException impossible) {
            throw new AssertionError("An empty key store cannot fail to load", impossible);
        }
    }

    /** Adds a private key with its certificates, from PEM. */
    public void addKey(String key, String certificates, String passphrase)
            throws GeneralSecurityException {
        PrivateKey parsed = Pem.privateKey(key, passphrase);
        X509Certificate[] chain = Pem.certificates(certificates).toArray(new X509Certificate[0]);
        if (chain.length == 0) {
            throw new CertificateException("no start line");
        }
        keys.setKeyEntry("key" + keys.size(), parsed, password, chain);
    }

    /** Adds the keys of a PKCS#12 store. */
    public void addStore(byte[] store, String passphrase) throws GeneralSecurityException {
        try {
            KeyStore other = KeyStore.getInstance("PKCS12");
            other.load(new ByteArrayInputStream(store), passphrase.toCharArray());
            for (String alias : java.util.Collections.list(other.aliases())) {
                if (other.isKeyEntry(alias)) {
                    keys.setKeyEntry(
                            "key" + keys.size(),
                            other.getKey(alias, passphrase.toCharArray()),
                            password,
                            other.getCertificateChain(alias));
                }
            }
        } catch (IOException wrongPassphrase) {
            throw new GeneralSecurityException("mac verify failure", wrongPassphrase);
        }
    }

    /** Trusts these certificates instead of the usual authorities. */
    public void addAuthorities(String pem) throws CertificateException {
        authorities.addAll(Pem.certificates(pem));
    }

    /** An engine for one connection. */
    public SSLEngine engine(boolean client, @Nullable String host, int port)
            throws GeneralSecurityException {
        SSLContext made = context;
        if (made == null) {
            KeyManagerFactory factory =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, password);
            KeyManager[] managers = factory.getKeyManagers();
            made = SSLContext.getInstance("TLS");
            made.init(managers, new TrustManager[] {new AcceptAll()}, null);
            context = made;
        }
        SSLEngine engine = host == null ? made.createSSLEngine() : made.createSSLEngine(host, port);
        engine.setUseClientMode(client);
        if (protocols.length > 0) {
            engine.setEnabledProtocols(protocols);
        }
        return engine;
    }

    /**
     * What is wrong with the other side's certificates, as OpenSSL's code; null for nothing.
     *
     * @param server whether they are a server's
     */
    public @Nullable String problem(X509Certificate[] chain, boolean server) {
        try {
            if (server) {
                verifier().checkServerTrusted(chain, "UNKNOWN");
            } else {
                verifier().checkClientTrusted(chain, "UNKNOWN");
            }
            return null;
        } catch (CertificateException refused) {
            return code(refused, chain);
        } catch (GeneralSecurityException unusable) {
            return "UNABLE_TO_GET_ISSUER_CERT_LOCALLY";
        }
    }

    private static String code(CertificateException refused, X509Certificate[] chain) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return "CERT_HAS_EXPIRED";
            }
            if (cause instanceof CertificateNotYetValidException) {
                return "CERT_NOT_YET_VALID";
            }
            if (cause instanceof CertPathValidatorException path
                    && path.getReason()
                            == CertPathValidatorException.BasicReason.INVALID_SIGNATURE) {
                return "CERT_SIGNATURE_FAILURE";
            }
        }
        X509Certificate last = chain[chain.length - 1];
        if (last.getSubjectX500Principal().equals(last.getIssuerX500Principal())) {
            return chain.length == 1 ? "DEPTH_ZERO_SELF_SIGNED_CERT" : "SELF_SIGNED_CERT_IN_CHAIN";
        }
        return chain.length == 1
                ? "UNABLE_TO_VERIFY_LEAF_SIGNATURE"
                : "UNABLE_TO_GET_ISSUER_CERT_LOCALLY";
    }

    private X509TrustManager verifier() throws GeneralSecurityException {
        X509TrustManager made = verifier;
        if (made == null) {
            KeyStore trusted = null; // the JDK's own list
            if (!authorities.isEmpty()) {
                trusted = emptyStore();
                for (int i = 0; i < authorities.size(); i++) {
                    trusted.setCertificateEntry("ca" + i, authorities.get(i));
                }
            }
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            made = (X509TrustManager) factory.getTrustManagers()[0];
            verifier = made;
        }
        return made;
    }

    /** The certificates that this side shows; empty if none. */
    public X509Certificate[] ownCertificates() throws GeneralSecurityException {
        if (keys.size() == 0) {
            return new X509Certificate[0];
        }
        java.security.cert.Certificate[] chain = keys.getCertificateChain("key0");
        X509Certificate[] own = new X509Certificate[chain.length];
        System.arraycopy(chain, 0, own, 0, chain.length);
        return own;
    }

    /** The handshake goes on with any certificate; see {@link #problem}. */
    private static final class AcceptAll extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
