package io.whetstone.sso.service;

import java.util.List;

/** How far a provider's settings carry, step by step; what comes after a failed step was not tried. */
public record CheckView(boolean ok, List<Step> steps) {
    /** One thing that was tried. */
    public record Step(String name, boolean ok, String detail) {}

    public static CheckView of(List<Step> steps) {
        return new CheckView(steps.stream().allMatch(Step::ok), List.copyOf(steps));
    }
}
