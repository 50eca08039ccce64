package io.whetstone.kernel.service;

/**
 * Encrypts what the database must not show, such as the secret of a second factor. Answered by the secrets, which keep
 * the keys.
 */
public interface Sealer {
    /**
     * The sealed text, which opens for this purpose only.
     *
     * @param purpose what the text is and whose, such as {@code totp:<user id>}
     */
    String seal(String purpose, String plain);

    /** The text again; a changed text, another purpose or a lost key is an {@link IllegalStateException}. */
    String open(String purpose, String sealed);
}
