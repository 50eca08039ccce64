package io.whetstone.system.service;

/** Whether one thing that we depend on works, and how we know. */
public record Check(String name, State status, String detail) {
    /** The two answers that a check has. */
    public enum State {
        UP,
        DOWN
    }

    static Check up(String name, String detail) {
        return new Check(name, State.UP, detail);
    }

    static Check down(String name, String detail) {
        return new Check(name, State.DOWN, detail);
    }
}
