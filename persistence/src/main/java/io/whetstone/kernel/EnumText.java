package io.whetstone.kernel;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Spells an enum in tables as the API does: {@code IN_PROGRESS} as {@code in_progress}. */
public final class EnumText {
    private EnumText() {}

    public static @Nullable String of(@Nullable Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }

    public static <E extends Enum<E>> @Nullable E parse(Class<E> type, @Nullable String text) {
        return text == null ? null : Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }
}
