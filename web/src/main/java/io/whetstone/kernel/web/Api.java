package io.whetstone.kernel.web;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The API: all resources, under {@code /api}. Who may call each is declared beside it. */
@ApplicationScoped
@ApplicationPath("api")
@DeclareRoles({"user", "admin", "password_change", "second_factor_setup"})
public class Api extends Application {
    /** What the server holds back of a body to know its length; until then {@code flush} would do nothing. */
    private static final String HELD_BACK = "jersey.config.server.contentLength.buffer";

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(HELD_BACK, 0);
    }
}
