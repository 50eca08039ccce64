package io.whetstone.comment.service;

import io.whetstone.comment.entity.Emoji;
import java.util.List;

/** How often a comment got a reaction, and from whom, in the order in which they came. */
public record ReactionView(Emoji emoji, int count, List<PersonView> people) {}
