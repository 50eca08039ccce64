package io.whetstone.kernel.web;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The API: all resources, under {@code /api}. Who may call each is declared beside it. */
@ApplicationScoped
@ApplicationPath("api")
@DeclareRoles({"user", "admin", "password_change", "second_factor_setup"})
public class Api extends Application {}
