package io.whetstone.secondfactor.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who needs a second factor. */
@ApplicationScoped
public class SecondFactorConfig {
    /** Whom a setting of second factors concerns. */
    public enum Required {
        NOBODY,
        ADMINISTRATORS,
        EVERYBODY
    }

    @Inject
    @ConfigProperty(name = "whetstone.secondfactor.required", defaultValue = "NOBODY")
    Required required;

    /** Who must set up a second factor before anything else: NOBODY, ADMINISTRATORS or EVERYBODY. */
    public Required required() {
        return required;
    }

    public boolean isRequiredOf(boolean administrator) {
        return required() == Required.EVERYBODY || (required() == Required.ADMINISTRATORS && administrator);
    }
}
