package io.whetstone.identity.session.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.identity.entity.SignInMethod;
import io.whetstone.identity.entity.UserRole;
import io.whetstone.identity.entity.UserStatus;
import io.whetstone.identity.service.UserView;
import io.whetstone.kernel.service.Principal;
import io.whetstone.secondfactor.service.SecondFactorRule;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolesTest {
    @ParameterizedTest
    @CsvSource({
        "false, ADMIN, PASSWORD, false, true",
        "true,  ADMIN, PASSWORD, false, false",
        "true,  ADMIN, LDAP,     false, false",
        "true,  ADMIN, PASSWORD, true,  true",
        "true,  USER,  PASSWORD, false, false",
        "true,  USER,  LDAP,     false, false",
        "true,  USER,  PASSWORD, true,  true",
        "true,  USER,  SSO,      false, true",
        "true,  ADMIN, LOCAL,    false, true",
    })
    void who_must_have_a_second_factor_opens_nothing_without_one(
            boolean required, UserRole role, SignInMethod method, boolean has, boolean all) {
        var roles = roles(required).of(user(role, false, has), method);

        assertThat(roles.contains(Principal.USER)).isEqualTo(all);
        assertThat(roles.contains(Principal.ADMIN)).isEqualTo(all && role == UserRole.ADMIN);
        assertThat(roles.contains(Principal.SECOND_FACTOR_SETUP)).isEqualTo(!all);
    }

    @Test
    void a_one_time_password_is_changed_before_anything_else() {
        assertThat(roles(true).of(user(UserRole.ADMIN, true, false), SignInMethod.PASSWORD))
                .containsExactly(Principal.PASSWORD_CHANGE);
    }

    private static Roles roles(boolean secondFactorRequired) {
        var roles = new Roles();
        roles.secondFactors = new SecondFactorRule() {
            @Override
            public boolean isRequiredOf(boolean administrator) {
                return secondFactorRequired;
            }
        };
        return roles;
    }

    private static UserView user(UserRole role, boolean mustChange, boolean secondFactor) {
        return new UserView(
                UUID.randomUUID(),
                0,
                "ann@example.org",
                "Ann",
                role,
                List.of(role),
                UserStatus.ACTIVE,
                mustChange,
                secondFactor,
                Instant.EPOCH,
                null);
    }
}
