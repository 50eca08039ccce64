package io.whetstone.formats.chat;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.LegacyOverrides;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.InterpretException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.lib.fn.ELFunctionDefinition;
import com.hubspot.jinjava.loader.ResourceNotFoundException;
import com.hubspot.jinjava.tree.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Jinjava, set up to behave like Jinja2 in the transformers library and fenced in: no files, no Java, bounds. */
final class JinjaEngine {
    static final String STRFTIME = "strftime_now";

    private static final int MAX_OUTPUT = 64 << 20;
    private static final JinjavaConfig CONFIG = JinjavaConfig.newBuilder()
            .withNestedInterpretationEnabled(false)
            .withElResolver(new PythonMethods())
            .withLegacyOverrides(LegacyOverrides.ALL)
            .withMaxOutputSize(MAX_OUTPUT)
            .withMaxStringLength(MAX_OUTPUT)
            .withMaxListSize(100_000)
            .withMaxMapSize(10_000)
            .withRangeLimit(10_000)
            .withMaxRenderDepth(40)
            .withMaxMacroRecursionDepth(20)
            .withDisabled(Map.of(
                    Context.Library.TAG, Set.of("include", "import", "from", "extends", "block"),
                    Context.Library.FILTER, Set.of("render", "log", "pprint", "fromyaml", "toyaml", "random")))
            .build();
    private static final Jinjava ENGINE = engine();

    private JinjaEngine() {}

    static Node parse(String template) {
        JinjavaInterpreter interpreter = interpreter(Map.of());
        JinjavaInterpreter.pushCurrent(interpreter);
        try {
            Node root = interpreter.parse(template);
            requireNoErrors(interpreter);
            return root;
        } catch (InterpretException e) {
            throw failure(e.getMessage(), e);
        } finally {
            JinjavaInterpreter.popCurrent();
        }
    }

    static String render(Node root, Map<String, Object> bindings) {
        JinjavaInterpreter interpreter = interpreter(bindings);
        JinjavaInterpreter.pushCurrent(interpreter);
        try {
            String text = interpreter.render(root);
            requireNoErrors(interpreter);
            return text;
        } catch (InterpretException e) {
            throw failure(e.getMessage(), e);
        } finally {
            JinjavaInterpreter.popCurrent();
        }
    }

    /** Called by templates. */
    @SuppressWarnings("DoNotCallSuggester")
    static @Nullable Object raise(String message) {
        throw new Refusal(message);
    }

    /** Called by templates. */
    static String strftime(String pattern) {
        Object now = JinjavaInterpreter.getCurrent().getContext().get(STRFTIME);
        if (now instanceof StrftimeNow clock) {
            return clock.format(pattern);
        }
        throw new ChatTemplateException("the chat template has overwritten " + STRFTIME);
    }

    private static Jinjava engine() {
        Jinjava engine = new Jinjava(CONFIG);
        engine.setResourceLocator((name, charset, interpreter) -> {
            throw new ResourceNotFoundException("a chat template may not read " + name);
        });
        engine.registerFunction(
                new ELFunctionDefinition("", "raise_exception", JinjaEngine.class, "raise", String.class));
        engine.registerFunction(new ELFunctionDefinition("", STRFTIME, JinjaEngine.class, "strftime", String.class));
        engine.registerFilter(new TrimFilter());
        engine.registerFilter(new ToJsonFilter());
        return engine;
    }

    private static JinjavaInterpreter interpreter(Map<String, Object> bindings) {
        Context context = new Context(ENGINE.getGlobalContext(), new HashMap<>(bindings), CONFIG.getDisabled());
        return new JinjavaInterpreter(ENGINE, context, CONFIG);
    }

    private static void requireNoErrors(JinjavaInterpreter interpreter) {
        List<TemplateError> errors = interpreter.getErrorsCopy();
        for (TemplateError error : errors) {
            for (Throwable t = error.getException(); t != null; t = t.getCause()) {
                if (t instanceof Refusal refusal) {
                    throw new ChatTemplateException(String.valueOf(refusal.getMessage()), refusal);
                }
            }
        }
        for (TemplateError error : errors) {
            if (error.getSeverity() == TemplateError.ErrorType.FATAL) {
                throw failure("line " + error.getLineno() + ": " + error.getMessage(), error.getException());
            }
        }
    }

    private static ChatTemplateException failure(@Nullable String reason, @Nullable Throwable cause) {
        return new ChatTemplateException("the chat template cannot be rendered: " + reason, cause);
    }

    /** What a template says by {@code raise_exception}. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message);
        }
    }

    /** Python's {@code strip}, where Jinjava's filter would also take control characters. */
    private record TrimFilter() implements Filter {
        @Override
        public String getName() {
            return "trim";
        }

        @Override
        public Object filter(@Nullable Object value, JinjavaInterpreter interpreter, String... args) {
            return PythonStrings.strip(value == null ? "" : value.toString(), null, true, true);
        }
    }

    private record ToJsonFilter() implements Filter {
        @Override
        public String getName() {
            return "tojson";
        }

        @Override
        public Object filter(@Nullable Object value, JinjavaInterpreter interpreter, String... args) {
            return PythonJson.write(value, 0);
        }

        @Override
        public Object filter(
                @Nullable Object value, JinjavaInterpreter interpreter, Object[] args, Map<String, Object> named) {
            return PythonJson.write(value, named.get("indent") instanceof Number n ? n.intValue() : 0);
        }
    }
}
