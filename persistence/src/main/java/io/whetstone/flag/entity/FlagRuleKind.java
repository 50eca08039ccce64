package io.whetstone.flag.entity;

/** Whom a rule means, the narrowest first: a narrower rule outweighs a wider one. */
public enum FlagRuleKind {
    /** One person, by id. */
    USER,
    /** Everybody on a plan, by its name. */
    PLAN,
    /** A part of all people, in percent; who is in it stays in it when it grows. */
    PERCENTAGE
}
