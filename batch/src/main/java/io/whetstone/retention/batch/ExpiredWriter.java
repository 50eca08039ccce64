package io.whetstone.retention.batch;

import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.retention.service.Purgeable;
import jakarta.annotation.security.PermitAll;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.ejb.Stateless;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Removes a bounded number of things of each kind, in the transaction of the chunk. It is a session bean because Payara
 * Server takes an ejb-jar for invalid that holds none.
 */
@Named
@Stateless
@PermitAll
@SystemScoped
public class ExpiredWriter extends AbstractItemWriter {
    private static final Logger LOGGER = System.getLogger(ExpiredWriter.class.getName());
    private static final int AT_ONCE = 500;

    @Override
    public void writeItems(List<Object> items) {
        items.stream().map(Purgeable.class::cast).forEach(kind -> {
            LOGGER.log(Level.INFO, "retention.purge kind=" + kind.name());
            kind.purge(AT_ONCE);
        });
    }
}
