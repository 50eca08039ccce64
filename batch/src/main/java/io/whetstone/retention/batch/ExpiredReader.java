package io.whetstone.retention.batch;

import io.whetstone.retention.service.Purgeable;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the kinds of things that have some to remove, each again and again until it has none. There is no
 * checkpoint: what is removed is not found again.
 */
@Named
@Dependent
public class ExpiredReader extends AbstractItemReader {
    @Inject
    @Any
    Instance<Purgeable> kinds;

    private Iterator<Purgeable> rest = List.<Purgeable>of().iterator();
    private @Nullable Purgeable current;

    @Override
    public void open(@Nullable Serializable checkpoint) {
        rest = kinds.stream().sorted(Comparator.comparing(Purgeable::name)).iterator();
        current = null;
    }

    @Override
    public @Nullable Purgeable readItem() {
        while (current == null || !current.hasExpired()) {
            if (!rest.hasNext()) {
                return null;
            }
            current = rest.next();
        }
        return current;
    }
}
