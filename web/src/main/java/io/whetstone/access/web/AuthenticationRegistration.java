package io.whetstone.access.web;

import jakarta.inject.Inject;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Has the server ask {@link Authentication} for every request of this application, as long as it is deployed. */
@WebListener
public class AuthenticationRegistration implements ServletContextListener {
    @Inject
    Authentication authentication;

    @Override
    public void contextInitialized(ServletContextEvent started) {
        AuthConfigFactory.getFactory().registerServerAuthModule(authentication, started.getServletContext());
    }

    @Override
    public void contextDestroyed(ServletContextEvent stopped) {
        AuthConfigFactory.getFactory().removeServerAuthModule(stopped.getServletContext());
    }
}
