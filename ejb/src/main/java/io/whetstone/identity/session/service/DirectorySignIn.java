package io.whetstone.identity.session.service;

import java.util.Optional;
import java.util.UUID;

/** Tries a password at the directories of others. Asked outside of any transaction, where no password here fits. */
public interface DirectorySignIn {
    /**
     * The account of whoever an address and a password prove; empty when no directory knows them. An account that the
     * rules of its directory refuse is a problem of its own.
     */
    Optional<UUID> signIn(String email, String password);
}
