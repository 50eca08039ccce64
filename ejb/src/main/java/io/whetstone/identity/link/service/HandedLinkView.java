package io.whetstone.identity.link.service;

import io.whetstone.identity.service.UserView;
import org.jspecify.annotations.Nullable;

/**
 * A link that was made for somebody.
 *
 * @param sent whether it goes out by mail
 * @param link the link to hand over by other ways; only when no mail is sent
 */
public record HandedLinkView(
        UserView user, boolean sent, @Nullable String link) {}
