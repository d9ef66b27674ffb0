#!/bin/sh
# Builds what ./jsj runs: the jars (Maven, without tests and checks), the compiled library of the runtime's own
# JavaScript, the AOT cache of a training run, and launcher/target/jsj/launch, the one line that starts the JVM.
# Prints to standard error only.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
jsj=$root/launcher/target/jsj
launch=$jsj/launch

. "$root/build-support/find-jdk.sh"

# One builder at a time; the others wait for its result.
mkdir -p "$root/launcher/target"
lock=$root/launcher/target/jsj.lock
waited=0
until mkdir "$lock" 2> /dev/null; do
    waited=$((waited + 1))
    if [ "$waited" -gt 600 ]; then
        echo "jsj: another build holds $lock for ten minutes; remove the folder if none is running" >&2
        exit 1
    fi
    sleep 1
done
trap 'rmdir "$lock"' EXIT
trap 'exit 1' INT TERM

sources_changed() {
    [ -n "$(find "$root"/*/src/main "$root"/pom.xml "$root"/*/pom.xml "$root/build-support" -type f -newer "$launch" 2> /dev/null | head -n 1)" ]
}

jars_changed() {
    [ -n "$(find "$jsj/lib" -name '*.jar' -newer "$launch" 2> /dev/null | head -n 1)" ]
}

if [ -f "$launch" ] && ! sources_changed; then
    if ! jars_changed; then
        touch "$launch"
        exit 0
    fi
else
    command -v mvn > /dev/null || {
        echo "jsj: Maven (mvn) is needed to build jsj and is not on the PATH (apt install maven, brew install maven)" >&2
        exit 1
    }
    echo "jsj: building (first use, or the sources changed) ..." >&2
    log=$root/launcher/target/build.log
    (cd "$root" && JAVA_HOME=$JDK MAVEN_OPTS=--sun-misc-unsafe-memory-access=allow \
        mvn -q -Dquickly -pl launcher -am package) > "$log" 2>&1 || {
        cat "$log" >&2
        exit 1
    }
fi

classpath=
for jar in "$jsj"/lib/*.jar; do
    classpath=$classpath${classpath:+:}$jar
done

# Serial: the cheapest store barrier, and the least to set up for a short program.
# MarkSweepDeadRatio=0: a full collection leaves no garbage where it lies, so that heapUsed says what is in use.
# CompactObjectHeaders: a boxed number takes 16 bytes and not 24; programs that compute with numbers in properties run up to a third faster.
# Tier3DelayOn=1: while C2 is behind, methods run without profiling, at twice the speed, before they are profiled.
# The JS thread has a stack of its own size (see the launcher); nothing here depends on the main thread's.
flags="-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:MarkSweepDeadRatio=0 -XX:-UsePerfData -XX:-DontCompileHugeMethods -XX:Tier3DelayOn=1 -XX:-ClipInlining -Djsj.hugeMethods=true --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

cp "$root/node-host/target/classes/dev/jsj/node/library.bin" "$jsj/library.bin"

cache=$jsj/jsj.aot
rm -f "$cache"
training=$root/launcher/src/main/aot/training.js
if [ -f "$training" ]; then
    # shellcheck disable=SC2086
    "$JDK/bin/java" $flags -Djsj.library="$jsj/library.bin" -XX:AOTCacheOutput="$cache" -Xlog:disable -cp "$classpath" \
        dev.jsj.launcher.Main run "$training" > "$jsj/training.log" 2>&1 || true
    if [ -f "$cache" ]; then
        flags="$flags -XX:AOTCache=\"\$jsj/jsj.aot\""
    else
        echo "jsj: no AOT cache was made (see $jsj/training.log); start-up will be slower" >&2
    fi
fi

# A relocatable line: $jsj is the folder of the launch file, $root the one of ./jsj, which sets both.
relative=
for jar in "$jsj"/lib/*.jar; do
    relative=$relative${relative:+:}\$jsj/lib/${jar##*/}
done
temporary=$launch.$$
cat > "$temporary" << END
# Made by build-support/build-jsj.sh.
# File names and arguments are UTF-8, whatever the locale, as in Node; the JVM knows them from the locale only.
locale=-Djsj.lcAll=\${LC_ALL-}
LC_ALL=C.UTF-8
export LC_ALL
exec "$JDK/bin/java" $flags \$locale -Djsj.library="\$jsj/library.bin" -Djsj.executable="\$root/jsj" \${JSJ_JAVA_OPTIONS-} -cp "$relative" dev.jsj.launcher.Main "\$@"
END
mv "$temporary" "$launch"
