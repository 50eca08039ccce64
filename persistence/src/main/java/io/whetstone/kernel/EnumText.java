package io.whetstone.kernel;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Spells an enum as the API and the tables do: {@code IN_PROGRESS} as {@code in_progress}. */
public final class EnumText {
    private EnumText() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The same for a column that may be empty. */
    public static @Nullable String orNull(@Nullable Enum<?> value) {
        return value == null ? null : of(value);
    }

    public static <E extends Enum<E>> @Nullable E parse(Class<E> type, @Nullable String text) {
        return text == null ? null : Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }
}
