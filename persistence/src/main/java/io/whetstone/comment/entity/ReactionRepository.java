package io.whetstone.comment.entity;

import io.whetstone.kernel.EnumText;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who reacted to which comment, and how. */
@Dependent
public class ReactionRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    /** One person's reaction to one comment. */
    public record Reaction(UUID commentId, UUID userId, Emoji emoji) {}

    /** Adds it unless it is there; says whether it was not. */
    public boolean add(UUID workspaceId, Reaction reaction, Instant now) {
        return entities.createNativeQuery("insert into comment_reactions (workspace_id, comment_id, user_id, emoji,"
                                + " created_at) values (?1, ?2, ?3, ?4, ?5) on conflict do nothing")
                        .setParameter(1, workspaceId)
                        .setParameter(2, reaction.commentId())
                        .setParameter(3, reaction.userId())
                        .setParameter(4, EnumText.of(reaction.emoji()))
                        .setParameter(5, java.sql.Timestamp.from(now))
                        .executeUpdate()
                > 0;
    }

    /** Takes it back; says whether it was there. */
    public boolean remove(Reaction reaction) {
        return entities.createNativeQuery(
                                "delete from comment_reactions where comment_id = ?1 and user_id = ?2 and emoji = ?3")
                        .setParameter(1, reaction.commentId())
                        .setParameter(2, reaction.userId())
                        .setParameter(3, EnumText.of(reaction.emoji()))
                        .executeUpdate()
                > 0;
    }

    /** The reactions to these comments, in the order in which they came. */
    public List<Reaction> to(Collection<UUID> comments) {
        if (comments.isEmpty()) {
            return List.of();
        }
        var rows = entities.createNativeQuery("select comment_id, user_id, emoji from comment_reactions"
                        + " where comment_id = any (cast(string_to_array(?1, ',') as uuid[]))"
                        + " order by created_at, user_id, emoji")
                .setParameter(
                        1,
                        String.join(",", comments.stream().map(UUID::toString).toList()))
                .getResultList();
        return ((List<?>) rows).stream().map(ReactionRepository::reaction).toList();
    }

    private static Reaction reaction(@Nullable Object row) {
        var columns = (Object[]) Objects.requireNonNull(row);
        var emoji = EnumText.parse(Emoji.class, (String) columns[2]);
        return new Reaction((UUID) columns[0], (UUID) columns[1], Objects.requireNonNull(emoji));
    }
}
