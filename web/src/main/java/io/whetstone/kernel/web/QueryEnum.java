package io.whetstone.kernel.web;

import io.whetstone.kernel.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a value of an enum from the query, spelled as in JSON. */
public final class QueryEnum {
    private QueryEnum() {}

    public static <E extends Enum<E>> @Nullable E parse(Class<E> type, String parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("/" + parameter, "is none of the values that there are"));
    }
}
