package io.whetstone.kernel.service;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Lets the transaction of a {@link SystemScoped} bean see all workspaces. */
@Interceptor
@SystemScoped
@Priority(Interceptor.Priority.APPLICATION)
public class SystemInterceptor {
    @Inject
    Tenancy tenancy;

    @AroundInvoke
    Object scope(InvocationContext call) throws Exception {
        return tenancy.proceed(call, Tenancy.Scope.SYSTEM);
    }
}
