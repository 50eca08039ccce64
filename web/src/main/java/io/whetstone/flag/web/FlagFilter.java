package io.whetstone.flag.web;

import io.whetstone.flag.service.OwnFlagService;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.web.CurrentWorkspace;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Answers what is behind a flag as if it were not there to those who do not have it. */
@Provider
@BehindFlag("")
@Priority(Priorities.AUTHORIZATION + 1)
public class FlagFilter implements ContainerRequestFilter {
    @Inject
    OwnFlagService flags;

    @Inject
    CurrentWorkspace workspace;

    @Context
    ResourceInfo endpoint;

    @Override
    public void filter(ContainerRequestContext request) {
        var flag = endpoint.getResourceClass().getAnnotation(BehindFlag.class);
        if (flag != null && !flags.has(flag.value(), workspace.id())) {
            throw new ProblemException(ProblemType.NOT_FOUND, "This feature is switched off for you");
        }
    }
}
