package io.whetstone.formats.chat;

import com.hubspot.jinjava.el.JinjavaInterpreterResolver;
import com.hubspot.jinjava.lib.exptest.ExpTest;
import com.hubspot.jinjava.lib.filter.Filter;
import java.beans.FeatureDescriptor;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jinjava.javax.el.ELContext;
import jinjava.javax.el.ELResolver;
import jinjava.javax.el.MethodNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * What templates may call: the pure methods of Python's strings, lists and dicts, by name. Java methods are never
 * reached by reflection, except those of Jinjava's own filters and tests.
 */
final class PythonMethods extends ELResolver {
    private static final Set<String> LANGUAGE = Set.of("filter", "evaluate", "evaluateNegated");

    private final ELResolver properties = JinjavaInterpreterResolver.DEFAULT_RESOLVER_READ_ONLY;

    @Override
    public @Nullable Object invoke(
            ELContext context, Object base, Object method, Class<?> @Nullable [] types, Object @Nullable [] params) {
        if (base instanceof Filter || base instanceof ExpTest) {
            return LANGUAGE.contains(method.toString())
                    ? properties.invoke(context, base, method, types, params)
                    : refuse(base, method);
        }
        context.setPropertyResolved(true);
        Object[] args = params == null ? new Object[0] : params;
        if (base instanceof String text) {
            return onString(text, method.toString(), args);
        }
        if (base instanceof Map<?, ?> map) {
            return onMap(map, method.toString(), args);
        }
        return base instanceof Collection<?> list ? onList(list, method.toString(), args) : refuse(base, method);
    }

    @Override
    public @Nullable Object getValue(ELContext context, Object base, Object property) {
        if (base instanceof Map || base instanceof List || base.getClass().isArray()) {
            return properties.getValue(context, base, property);
        }
        context.setPropertyResolved(true);
        if (base instanceof com.hubspot.jinjava.util.ForLoop loop) {
            return properties.getValue(context, loop, property);
        }
        return base instanceof String text ? character(text, property.toString()) : null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return properties.getType(context, base, property);
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw new ChatTemplateException("a chat template may not change its input");
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, Object base) {
        return properties.getCommonPropertyType(context, base);
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }

    private static @Nullable String character(String text, String index) {
        if (!index.matches("-?\\d{1,9}")) {
            return null;
        }
        int i = Integer.parseInt(index);
        int place = i < 0 ? text.length() + i : i;
        return place >= 0 && place < text.length() ? text.substring(place, place + 1) : null;
    }

    private static Object onString(String text, String method, Object[] args) {
        return switch (method) {
            case "strip" -> PythonStrings.strip(text, string(args, 0), true, true);
            case "lstrip" -> PythonStrings.strip(text, string(args, 0), true, false);
            case "rstrip" -> PythonStrings.strip(text, string(args, 0), false, true);
            case "startswith" -> PythonStrings.anyOf(args, text::startsWith);
            case "endswith" -> PythonStrings.anyOf(args, text::endsWith);
            case "split" -> PythonStrings.split(text, string(args, 0), number(args, 1));
            case "rsplit" -> PythonStrings.rsplit(text, string(args, 0), number(args, 1));
            case "splitlines" -> text.lines().toList();
            case "replace" -> text.replace(required(args, 0), required(args, 1));
            case "upper" -> text.toUpperCase(java.util.Locale.ROOT);
            case "lower" -> text.toLowerCase(java.util.Locale.ROOT);
            case "title" -> PythonStrings.title(text);
            case "capitalize" -> PythonStrings.capitalize(text);
            case "find" -> (long) text.indexOf(required(args, 0));
            case "count" -> PythonStrings.count(text, required(args, 0));
            case "isdigit" -> !text.isEmpty() && text.chars().allMatch(Character::isDigit);
            case "join" ->
                ((Collection<?>) args[0]).stream().map(String::valueOf).collect(Collectors.joining(text));
            default -> refuse(text, method);
        };
    }

    private static @Nullable Object onMap(Map<?, ?> map, String method, Object[] args) {
        return switch (method) {
            case "items" -> map.entrySet();
            case "keys" -> map.keySet();
            case "values" -> map.values();
            case "get" -> {
                Object found = map.get(args[0]);
                yield found == null && args.length > 1 ? args[1] : found;
            }
            default -> refuse(map, method);
        };
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object onList(Collection<?> list, String method, Object[] args) {
        return switch (method) {
            case "append" -> {
                ((Collection<Object>) list).add(args[0]);
                yield null;
            }
            case "count" -> list.stream().filter(args[0]::equals).count();
            default -> refuse(list, method);
        };
    }

    private static Object refuse(Object base, Object method) {
        String kind = base instanceof String ? "string" : base.getClass().getSimpleName();
        throw new MethodNotFoundException("no method '" + method + "' on " + kind);
    }

    private static @Nullable String string(Object[] args, int index) {
        return args.length > index && args[index] != null ? args[index].toString() : null;
    }

    private static String required(Object[] args, int index) {
        String value = string(args, index);
        if (value == null) {
            throw new IllegalArgumentException("argument " + (index + 1) + " is missing in " + Arrays.toString(args));
        }
        return value;
    }

    private static int number(Object[] args, int index) {
        return args.length > index && args[index] instanceof Number n ? n.intValue() : -1;
    }
}
