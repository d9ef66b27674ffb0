package dev.jsj.conformance.test262;

import dev.jsj.parser.JsSyntaxError;
import dev.jsj.parser.Parser;
import dev.jsj.parser.ParserStackOverflow;
import dev.jsj.parser.Source;

import java.time.Duration;
import java.util.List;

/**
 * Only parses: a test that expects a syntax error must get one, every other must not. What happens
 * after parsing counts as a pass.
 */
final class SyntaxEngine implements EngineUnderTest {

    private final Parser parser;

    SyntaxEngine(boolean lazyFunctions) {
        parser = new Parser(Parser.DEFAULT_MAX_DEPTH, lazyFunctions);
    }

    @Override
    public Outcome run(TestFile file, TestMode mode, Harness harness, Duration limit) {
        Source source = new Source(file.name(), file.sourceFor(mode));
        try {
            if (mode == TestMode.MODULE) {
                parser.parseModule(source);
            } else {
                parser.parseScript(source);
            }
        } catch (JsSyntaxError error) {
            return new Outcome.Threw(
                    "parse", "SyntaxError", error.getMessage() + " at line " + error.line());
        } catch (ParserStackOverflow error) {
            return new Outcome.Threw("parse", "RangeError", "source nested too deeply");
        }
        return passed(file);
    }

    private static Outcome passed(TestFile file) {
        Frontmatter.Negative negative = file.frontmatter().negative();
        return negative == null || negative.phase().equals("parse")
                ? new Outcome.Completed(List.of("Test262:AsyncTestComplete"))
                : new Outcome.Threw(negative.phase(), negative.type(), "");
    }

    @Override
    public void interrupt() {
        // Parsing takes no time to speak of.
    }
}
