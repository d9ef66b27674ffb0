# Sourced: sets JDK to the home of a JDK 25 or newer, or says what to install and exits.
# Looks at JSJ_JAVA_HOME and JAVA_HOME, the java on the PATH, then the folders where JDKs usually live.

# The JDK's `release` file names its version; reading it starts no process.
is_jdk_25() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    while IFS= read -r line; do
        case $line in
            JAVA_VERSION=*)
                version=${line#JAVA_VERSION=}
                version=${version#\"}
                version=${version%%[!0-9]*}
                [ "${version:-0}" -ge 25 ] && return 0
                return 1
                ;;
        esac
    done < "$1/release"
    return 1
}

find_jdk() {
    for candidate in "${JSJ_JAVA_HOME:-}" "${JAVA_HOME:-}" "${JDK25_HOME:-}"; do
        [ -n "$candidate" ] && is_jdk_25 "$candidate" && JDK=$candidate && return 0
    done
    if java=$(command -v javac 2> /dev/null); then
        java=$(readlink -f "$java" 2> /dev/null || printf '%s' "$java")
        candidate=${java%/bin/javac}
        is_jdk_25 "$candidate" && JDK=$candidate && return 0
    fi
    for candidate in \
        /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*/jdk* /usr/local/java/* \
        /usr/local/openjdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.m2/jdks/* \
        "$HOME"/.jenv/versions/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        is_jdk_25 "$candidate" && JDK=$candidate && return 0
    done
    return 1
}

if ! find_jdk; then
    cat >&2 << 'MESSAGE'
jsj needs a JDK 25 or newer, and none was found (looked at JSJ_JAVA_HOME, JAVA_HOME, the PATH and the usual folders).
Install one, for example:
  Debian, Ubuntu:  apt install openjdk-25-jdk   (or temurin-25-jdk from packages.adoptium.net)
  macOS:           brew install openjdk@25
  SDKMAN:          sdk install java 25-tem
or unpack https://adoptium.net/temurin/releases/?version=25 and set JAVA_HOME to its folder.
MESSAGE
    exit 1
fi
