package io.whetstone.deployment.service.internal;

import io.whetstone.deployment.service.Runners;
import io.whetstone.system.service.StatusPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The runner processes of this node. */
@ApplicationScoped
public class RunnersStatus implements StatusPart {
    @Inject
    Runners runners;

    @Override
    public String name() {
        return "runners";
    }

    @Override
    public Object value() {
        return runners.views();
    }
}
