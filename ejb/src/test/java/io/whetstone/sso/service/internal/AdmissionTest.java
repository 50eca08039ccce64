package io.whetstone.sso.service.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.access.entity.WorkspaceRole;
import io.whetstone.identity.entity.UserRole;
import io.whetstone.sso.service.GroupMapping;
import io.whetstone.sso.service.ProviderRules;
import io.whetstone.sso.service.SsoFailure;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    static final UUID TEAM = UUID.randomUUID();

    final ProviderRules rules = new ProviderRules(
            "b",
            List.of(),
            true,
            false,
            true,
            List.of(
                    new GroupMapping("operators", UserRole.ADMIN, null, null),
                    new GroupMapping("staff", UserRole.USER, TEAM, WorkspaceRole.VIEWER),
                    new GroupMapping("leads", null, TEAM, WorkspaceRole.ADMIN)));

    @Test
    void the_highest_role_counts() {
        assertThat(Admission.of(rules, List.of("staff", "operators")).role()).contains(UserRole.ADMIN);
        assertThat(Admission.of(rules, List.of("leads", "staff")).workspaces())
                .isEqualTo(Map.of(TEAM, WorkspaceRole.ADMIN));
    }

    @Test
    void whoever_is_in_no_group_with_a_role_is_a_user() {
        assertThat(Admission.of(rules, List.of("leads")).role()).contains(UserRole.USER);
    }

    @Test
    void whoever_is_in_no_group_stays_out_where_only_members_may_come_in() {
        assertThatThrownBy(() -> Admission.of(rules, List.of("Operators"))).isInstanceOf(SsoFailure.class);
    }

    @Test
    void without_a_mapping_of_roles_the_present_role_stays() {
        var open = new ProviderRules("b", List.of(), true, false, false, List.of());

        assertThat(Admission.of(open, List.of("operators")).role()).isEmpty();
    }
}
