"""The engines that run.py compares: each knows the command that runs a benchmark program."""
import glob
import os
import shlex
import subprocess
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
MAVEN = "https://repo.maven.apache.org/maven2/"

# Coordinates of the other engines, with everything they need.
OTHERS = {
    "graaljs": ["org/graalvm/js/js-scriptengine/25.0.1", "org/graalvm/js/js-language/25.0.1",
                "org/graalvm/regex/regex/25.0.1", "org/graalvm/shadowed/icu4j/25.0.1", "org/graalvm/shadowed/xz/25.0.1",
                "org/graalvm/truffle/truffle-api/25.0.1", "org/graalvm/truffle/truffle-runtime/25.0.1",
                "org/graalvm/truffle/truffle-compiler/25.0.1", "org/graalvm/polyglot/polyglot/25.0.1",
                "org/graalvm/sdk/collections/25.0.1", "org/graalvm/sdk/nativeimage/25.0.1",
                "org/graalvm/sdk/word/25.0.1", "org/graalvm/sdk/jniutils/25.0.1"],
    "nashorn": ["org/openjdk/nashorn/nashorn-core/15.7", "org/ow2/asm/asm/9.9", "org/ow2/asm/asm-commons/9.9",
                "org/ow2/asm/asm-tree/9.9", "org/ow2/asm/asm-util/9.9", "org/ow2/asm/asm-analysis/9.9"],
    "rhino": ["org/mozilla/rhino/1.8.0", "org/mozilla/rhino-engine/1.8.0"],
}


class Engine:
    def __init__(self, name, command):
        self.name = name
        self.command = command

    def run_command(self, program):
        return self.command + [program]


class JvmEngine(Engine):
    """A javax.script engine, run by ScriptHost on the JDK that jsj uses."""

    def __init__(self, name, jdk, jars):
        classes = os.path.join(HERE, "target", "others")
        source = os.path.join(HERE, "src/main/java/dev/jsj/bench/others/ScriptHost.java")
        if not os.path.exists(os.path.join(classes, "dev")):
            subprocess.run([os.path.join(jdk, "bin", "javac"), "-d", classes, source], check=True)
        script_engine = "graal.js" if name == "graaljs" else name
        self.es5 = name != "graaljs"
        super().__init__(name, [
            os.path.join(jdk, "bin", "java"), "-Xss64m", "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow", "-Dnashorn.args=--language=es6", "-Dpolyglot.engine.WarnInterpreterOnly=false",
            "-cp", ":".join([classes] + jars), "dev.jsj.bench.others.ScriptHost", script_engine,
            os.path.join(HERE, "harness.js")])

    def run_command(self, program):
        return self.command + [transpiled(program) if self.es5 else program]


def transpiled(program):
    """The program in ECMAScript 5, for engines that know no more."""
    folder = os.path.join(HERE, "target", "es5")
    os.makedirs(folder, exist_ok=True)
    output = os.path.join(folder, os.path.basename(program))
    if not os.path.exists(output) or os.path.getmtime(output) < os.path.getmtime(program):
        subprocess.run(["node", os.path.join(HERE, "npm", "es5.js"), program, output], check=True)
    return output


def jdk():
    """The JDK that build-support finds."""
    script = f'. "{ROOT}/build-support/find-jdk.sh" && printf %s "$JDK"'
    found = subprocess.run(["sh", "-c", script], capture_output=True, text=True, cwd=ROOT).stdout
    return found or os.environ.get("JAVA_HOME", "/usr")


def fetch(folder):
    """Brings the jars of the other engines from Maven Central into a folder."""
    for name, artifacts in OTHERS.items():
        target = os.path.join(folder, name)
        os.makedirs(target, exist_ok=True)
        for path in artifacts:
            artifact, version = path.split("/")[-2:]
            jar = f"{artifact}-{version}.jar"
            file = os.path.join(target, jar)
            if not os.path.exists(file):
                print(f"fetching {jar}", flush=True)
                urllib.request.urlretrieve(f"{MAVEN}{path}/{jar}", file + ".part")
                os.rename(file + ".part", file)


def others(folder):
    """The other engines whose jars are in FOLDER/NAME."""
    found = []
    for name in OTHERS:
        jars = sorted(glob.glob(os.path.join(folder, name, "*.jar")))
        if jars:
            found.append(JvmEngine(name, jdk(), jars))
    return found


def from_command_line(name, text):
    return Engine(name, shlex.split(text))
