package io.whetstone.training.token.service.internal;

import io.whetstone.apikey.service.LiveKeys;
import io.whetstone.identity.service.People;
import io.whetstone.identity.service.People.Person;
import io.whetstone.kernel.service.Principal;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.training.entity.TrainingJobRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells whom the token of a job stands for now. */
@Stateless
@PermitAll
@SystemScoped
public class TokenHolders {
    @Inject
    TrainingJobRepository jobs;

    @Inject
    People people;

    @Inject
    LiveKeys keys;

    /** What a token says; {@code keyId} is the key that it was asked for with, if it was not asked for by a person. */
    public record Claims(
            UUID personId,
            UUID workspaceId,
            UUID jobId,
            int generation,
            @Nullable UUID keyId) {}

    /** Empty when the job is over, its tokens were ended, the key is gone, or the person is not active any more. */
    public Optional<Principal> principal(Claims claims) {
        return jobs.find(claims.workspaceId(), claims.jobId())
                .filter(job -> job.acceptsTokens(claims.generation()))
                .filter(job ->
                        claims.keyId() == null || keys.find(claims.keyId()).isPresent())
                .flatMap(job -> people.find(claims.personId()))
                .filter(Person::active)
                .map(person -> new Principal(
                        person.id(),
                        PrincipalKind.JOB,
                        claims.jobId(),
                        claims.workspaceId(),
                        claims.workspaceId(),
                        Set.of(Principal.USER),
                        Set.of(Scope.TRAINING),
                        Set.of(),
                        null));
    }
}
