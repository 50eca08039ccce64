package io.whetstone.kernel.web;

import io.whetstone.kernel.EnumText;
import io.whetstone.kernel.ProblemException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a value of an enum from the query, spelled as in JSON. */
public final class QueryEnum {
    private QueryEnum() {}

    public static <E extends Enum<E>> @Nullable E parse(Class<E> type, String parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> EnumText.of(value).equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("/" + parameter, "is none of the values that there are"));
    }
}
