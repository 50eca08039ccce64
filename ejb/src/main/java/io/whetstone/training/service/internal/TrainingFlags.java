package io.whetstone.training.service.internal;

import io.whetstone.flag.service.FlagDefinition;
import io.whetstone.flag.service.FlagDefinitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The features of training that can be switched. */
@ApplicationScoped
public class TrainingFlags implements FlagDefinitions {
    @Override
    public List<FlagDefinition> definitions() {
        return List.of(new FlagDefinition(
                "predecessor_addresses",
                "The addresses of the former training server: /train, /jobs and /cancel",
                "training",
                true));
    }
}
