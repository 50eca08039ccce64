package io.whetstone.retention.batch;

import io.whetstone.retention.service.Purgeable;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Removes a bounded number of things of each kind, in the transaction of the chunk. */
@Named
@Dependent
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
