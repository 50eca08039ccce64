package io.whetstone.model.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where models lie and come from, and the limits of their import. */
@ApplicationScoped
public class ModelConfig {
    @Inject
    @ConfigProperty(name = "whetstone.home")
    Path home;

    @Inject
    @ConfigProperty(name = "whetstone.trainer.jar")
    Path trainerJar;

    @Inject
    @ConfigProperty(name = "whetstone.model.hub-endpoint", defaultValue = "https://huggingface.co")
    URI hubEndpoint;

    @Inject
    @ConfigProperty(name = "whetstone.model.hub-token")
    Optional<String> hubToken;

    @Inject
    @ConfigProperty(name = "whetstone.model.max-size", defaultValue = "107374182400")
    long maxSize;

    @Inject
    @ConfigProperty(name = "whetstone.model.tool-timeout", defaultValue = "PT2H")
    Duration toolTimeout;

    @Inject
    @ConfigProperty(name = "whetstone.model.tool-heap", defaultValue = "1g")
    String toolHeap;

    @Inject
    @ConfigProperty(name = "whetstone.model.starter-file")
    Optional<Path> starterFile;

    /** The one directory with all state. */
    public Path home() {
        return home;
    }

    /** The program that reads and writes model files; its libraries lie beside it. */
    public Path trainerJar() {
        return trainerJar;
    }

    /** The hub that models are fetched from. */
    public URI hubEndpoint() {
        return hubEndpoint;
    }

    /** The access token for the hub, where a model needs one. */
    public Optional<String> hubToken() {
        return hubToken;
    }

    /** The most bytes that one model may have. */
    public long maxSize() {
        return maxSize;
    }

    /** How long a conversion may take. */
    public Duration toolTimeout() {
        return toolTimeout;
    }

    /** Largest Java heap of a conversion. */
    public String toolHeap() {
        return toolHeap;
    }

    /** A model that everybody gets. The file may appear after the start: it is waited for. */
    public Optional<Path> starterFile() {
        return starterFile;
    }
}
