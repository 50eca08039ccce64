package io.whetstone.dataset.service;

import java.util.List;

/** Example data that comes with the product and can be added to a workspace. */
public record ExampleView(String name, String title, String description, String licence, long rows, List<Part> files) {
    /** One file of it, which becomes one dataset. */
    public record Part(String file, String title, long rows) {}
}
