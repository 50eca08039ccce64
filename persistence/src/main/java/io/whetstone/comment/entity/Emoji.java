package io.whetstone.comment.entity;

/** What can be said to a comment without words. */
public enum Emoji {
    THUMBS_UP,
    THUMBS_DOWN,
    HEART,
    PARTY,
    EYES,
    ROCKET
}
