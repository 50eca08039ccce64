package io.whetstone.sso.service.internal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps a sign-in from leading elsewhere than to our own pages. */
public final class Redirects {
    /** A path of this origin: no second slash, which would name a host, and nothing that a browser reads as one. */
    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,1999}");

    private Redirects() {}

    /** The page itself if it is ours, else the first one. */
    public static String own(@Nullable String wanted) {
        return wanted != null && OWN.matcher(wanted).matches() ? wanted : "/";
    }
}
