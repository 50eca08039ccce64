package io.whetstone.retention.service.internal;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.entity.TenancyKeyRepository;
import io.whetstone.retention.service.Purgeable;
import io.whetstone.retention.service.RetentionConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Keys of nodes that are gone: what they prove counts for as long as the database knows them. */
@ApplicationScoped
@SystemScoped
public class UnseenTenancyKeys implements Purgeable {
    @Inject
    TenancyKeyRepository keys;

    @Inject
    RetentionConfig config;

    @Override
    public String name() {
        return "tenancy_keys";
    }

    @Override
    public boolean hasExpired() {
        return keys.hasUnseen(config.tenancyKeys());
    }

    /** All of them at once: each start leaves one at most. */
    @Override
    public void purge(int most) {
        keys.forgetUnseen(config.tenancyKeys());
    }
}
