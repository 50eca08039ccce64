package io.whetstone.retention.service;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.entity.TenancyKeyRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** The key under which this node proves on whose behalf it works. */
@Stateless
@PermitAll
@SystemScoped
public class NodeKey {
    @Inject
    TenancyKeyRepository keys;

    /** Says that this node lives, so that its key is kept. */
    public void seen() {
        keys.seen();
    }
}
