package io.whetstone.sharing.service.internal;

import io.whetstone.access.entity.ShareRepository;
import io.whetstone.access.service.ShareableMoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Has the shares of an object follow it to its new workspace: whom it was opened to still sees it. */
@ApplicationScoped
public class MovedShares {
    @Inject
    ShareRepository shares;

    void follow(@Observes ShareableMoved moved) {
        shares.move(moved.type(), moved.id(), moved.to());
    }
}
