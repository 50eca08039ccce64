package io.whetstone.system.service;

import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Asks the database something small. */
@Stateless
@PermitAll
@SystemScoped
public class DatabaseProbe {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    /** The version that answers. */
    public String version() {
        return entities.createNativeQuery("select current_setting('server_version')")
                .getSingleResult()
                .toString();
    }
}
