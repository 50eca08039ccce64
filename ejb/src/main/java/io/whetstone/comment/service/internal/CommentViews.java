package io.whetstone.comment.service.internal;

import io.whetstone.comment.entity.Comment;
import io.whetstone.comment.entity.CommentRepository;
import io.whetstone.comment.entity.Emoji;
import io.whetstone.comment.entity.ReactionRepository;
import io.whetstone.comment.entity.ReactionRepository.Reaction;
import io.whetstone.comment.service.CommentView;
import io.whetstone.comment.service.PersonView;
import io.whetstone.comment.service.ReactionView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows comments with the names, reactions and replies that belong to them, in one query each. */
@ApplicationScoped
public class CommentViews {
    @Inject
    CommentRepository comments;

    @Inject
    ReactionRepository reactions;

    @Inject
    Audience audience;

    /** What is needed beside the comments themselves, by comment and by person. */
    private record Surroundings(
            Map<UUID, List<Comment>> replies, Map<UUID, List<Reaction>> reactions, Map<UUID, PersonView> people) {}

    /** The views of comments by id; those that began a thread have its replies. */
    public Map<UUID, CommentView> of(List<Comment> shown) {
        var replies = comments.replies(shown.stream()
                .filter(it -> it.parentId() == null)
                .map(Comment::id)
                .toList());
        var all = Stream.concat(shown.stream(), replies.stream()).toList();
        var reacted = reactions.to(all.stream().map(Comment::id).toList());
        var around = new Surroundings(
                replies.stream().collect(Collectors.groupingBy(reply -> Objects.requireNonNull(reply.parentId()))),
                reacted.stream().collect(Collectors.groupingBy(Reaction::commentId)),
                audience.called(everybody(all, reacted)));
        return shown.stream().collect(Collectors.toMap(Comment::id, comment -> view(comment, around)));
    }

    private static Set<UUID> everybody(List<Comment> all, List<Reaction> reacted) {
        var ids = new HashSet<UUID>();
        for (var comment : all) {
            ids.add(comment.authorId());
            ids.addAll(comment.mentions());
        }
        reacted.forEach(reaction -> ids.add(reaction.userId()));
        return ids;
    }

    private static CommentView view(Comment comment, Surroundings around) {
        var target = comment.target();
        return new CommentView(
                comment.id(),
                comment.version(),
                target.workspaceId(),
                target.type(),
                target.id(),
                comment.parentId(),
                person(comment.authorId(), around),
                comment.text(),
                comment.mentions().stream().map(id -> person(id, around)).toList(),
                comment.isEmptied() ? List.of() : reactions(comment, around),
                comment.createdAt(),
                comment.editedAt(),
                comment.isEmptied(),
                around.replies().getOrDefault(comment.id(), List.of()).stream()
                        .map(reply -> view(reply, around))
                        .toList());
    }

    private static List<ReactionView> reactions(Comment comment, Surroundings around) {
        var byEmoji = new LinkedHashMap<Emoji, List<PersonView>>();
        for (var reaction : around.reactions().getOrDefault(comment.id(), List.of())) {
            byEmoji.computeIfAbsent(reaction.emoji(), emoji -> new ArrayList<>())
                    .add(person(reaction.userId(), around));
        }
        return byEmoji.entrySet().stream()
                .map(entry -> new ReactionView(entry.getKey(), entry.getValue().size(), entry.getValue()))
                .toList();
    }

    private static PersonView person(UUID id, Surroundings around) {
        return around.people().getOrDefault(id, new PersonView(id, ""));
    }
}
