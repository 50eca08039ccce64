package io.whetstone.kernel.service;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Puts the caller's tenancy on the transaction of a {@link TenantScoped} bean. */
@Interceptor
@TenantScoped
@Priority(Interceptor.Priority.APPLICATION)
public class TenantInterceptor {
    @Inject
    Caller caller;

    @Inject
    Tenancy tenancy;

    @AroundInvoke
    Object scope(InvocationContext call) throws Exception {
        return tenancy.proceed(call, new Tenancy.Scope(caller.id().toString(), false));
    }
}
