package io.whetstone.flag.service;

import io.whetstone.flag.entity.FlagRuleKind;
import io.whetstone.kernel.ProblemException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A rule as an administrator wants it.
 *
 * @param target the id of a person, the name of a plan, or a number from 0 to 100
 */
public record SaveFlagRule(
        @NotNull FlagRuleKind kind,
        @NotBlank @Size(max = 64) String target,
        boolean enabled) {
    private static final Pattern PERCENT = Pattern.compile("\\d{1,2}|100");
    private static final Pattern PLAN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]*");

    /** The target as it is stored; what cannot be one is refused. */
    String checkedTarget() {
        return switch (kind) {
            case USER -> userId();
            case PLAN -> matching(PLAN, "must be the name of a plan");
            case PERCENTAGE -> matching(PERCENT, "must be a whole number from 0 to 100");
        };
    }

    private String userId() {
        try {
            return UUID.fromString(target.strip()).toString();
        } catch (IllegalArgumentException malformed) {
            var problem = ProblemException.invalid("/target", "must be the id of a person");
            problem.initCause(malformed);
            throw problem;
        }
    }

    private String matching(Pattern pattern, String otherwise) {
        if (!pattern.matcher(target.strip()).matches()) {
            throw ProblemException.invalid("/target", otherwise);
        }
        return target.strip();
    }
}
