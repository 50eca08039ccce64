package io.whetstone.kernel.service;

import java.nio.file.Path;
import org.eclipse.microprofile.config.spi.Converter;

/** Lets a setting be a path. */
public class PathSetting implements Converter<Path> {
    private static final long serialVersionUID = 1L;

    @Override
    public Path convert(String text) {
        return Path.of(text);
    }
}
